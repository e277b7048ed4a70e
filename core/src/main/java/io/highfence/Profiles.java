package io.highfence;

import io.highfence.Order.Kind;
import io.highfence.Party.Role;
import io.highfence.base.Country;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The settings with which each kind of user begins. */
final class Profiles {
    /** Kinds in which goods travel to somebody. */
    private static final Set<Kind> SHIPMENTS =
            EnumSet.of(Kind.EXPORT, Kind.EXPORT_FROM_ABROAD, Kind.REEXPORT, Kind.TRANSFER_IN_COUNTRY, Kind.TEMPORARY);

    /** Beside the lists that bar exports: other debarments that a US exporter is held to know. */
    private static final List<String> LISTS_WITH_DEBARRED = List.of("DPL", "DTC", "EL", "ISN", "MEU", "SDN", "UVL");

    /** Countries through which accelerators were sent on, as public cases name them. */
    private static final List<Country> HUBS = List.of(Country.of("AE"), Country.of("MY"), Country.of("SG"));

    private static final String NEW_CUSTOMER = "no-orders-before-october-2022";
    private static final String THIN_ADDRESS = "address-or-web-presence-thin";

    private Profiles() {}

    static Settings of(Settings.Profile profile) {
        Settings.Builder defaults = Settings.defaults().toBuilder().profile(profile);
        return switch (profile) {
            case VENDOR ->
                defaults.requiredLists(LISTS_WITH_DEBARRED)
                        .requiredRoles(
                                roles(Role.INTERMEDIATE_CONSIGNEE, Role.FREIGHT_FORWARDER, Role.BILL_TO, Role.SHIP_TO))
                        .hubs(HUBS)
                        .heldIndicators(List.of(
                                held("new customer with a thin address", NEW_CUSTOMER, THIN_ADDRESS),
                                held("new customer by way of a hub", NEW_CUSTOMER, Settings.HUB),
                                held("thin address by way of a hub", THIN_ADDRESS, Settings.HUB)))
                        .build();
            case CHECKOUT ->
                defaults.requiredRoles(roles(Role.BILL_TO, Role.SHIP_TO, Role.ACCOUNT_ADMIN))
                        .timeBudget(Duration.ofMillis(300))
                        .hubs(HUBS)
                        .heldIndicators(List.of(held("thin address by way of a hub", THIN_ADDRESS, Settings.HUB)))
                        .build();
            case COMPUTE_GATE ->
                defaults.requiredRoles(Map.of(
                                Kind.CLOUD_ACCESS, EnumSet.of(Role.REMOTE_USER, Role.RESELLER, Role.ACCOUNT_ADMIN)))
                        .timeBudget(Duration.ofMillis(100))
                        .heldIndicators(List.of(held("new tenant with a thin address", NEW_CUSTOMER, THIN_ADDRESS)))
                        .build();
        };
    }

    private static Map<Kind, Set<Role>> roles(Role first, Role... others) {
        Map<Kind, Set<Role>> roles = new EnumMap<>(Kind.class);
        SHIPMENTS.forEach(kind -> roles.put(kind, EnumSet.of(first, others)));
        return roles;
    }

    private static Settings.Combination held(String name, String... indicators) {
        return new Settings.Combination(name, List.of(indicators));
    }
}
