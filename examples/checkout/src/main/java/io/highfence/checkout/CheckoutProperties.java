package io.highfence.checkout;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the owner of the shop configures.
 *
 * @param listsFolder where {@code lists.index} is found and replaced, or null for a demonstration with the bundled sample
 * @param settings a file of settings for the screener, or null for its defaults
 * @param poll how often the folder, the open orders and the outbox are looked at
 * @param screeners how many orders are decided at a time; 0 is one a processor
 * @param patience how long an order waits for a screener before it is accepted undecided, and paused
 * @param operators passwords by name
 * @param webhook where events go, or null for nowhere
 * @param language the language of the words for customers: en or de
 * @param shop the facts about the shop that every order of a cart has
 * @param catalogue what can be put into a cart
 */
@ConfigurationProperties("checkout")
record CheckoutProperties(
        @Nullable Path listsFolder,
        @Nullable Path settings,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("0") int screeners,
        @DefaultValue("250ms") Duration patience,
        @DefaultValue Map<String, String> operators,
        @Nullable Webhook webhook,
        @DefaultValue("en") Locale language,
        Shop shop,
        @DefaultValue List<Product> catalogue) {

    /** The shortest password and secret that are taken. */
    private static final int MIN_PASSWORD = 12;

    private static final int MIN_SECRET = 32;

    /** Refuses weak passwords. */
    CheckoutProperties {
        operators = Map.copyOf(operators);
        catalogue = List.copyOf(catalogue);
        operators.forEach((name, password) -> {
            if (password.length() < MIN_PASSWORD) {
                throw new IllegalArgumentException(
                        "The password of " + name + " needs " + MIN_PASSWORD + " characters at least");
            }
        });
    }

    /** Whether there are no lists but the sample. */
    boolean isDemo() {
        return listsFolder == null;
    }

    /**
     * Who hears of events. The address is configuration alone: nothing that a customer sends leads anywhere.
     *
     * @param url an https address, or http on this machine
     * @param secret signs each delivery
     */
    record Webhook(URI url, String secret) {
        /** Refuses what would be sent in the clear or signed in vain. */
        Webhook {
            boolean clear = "http".equals(url.getScheme()) && isHere(url.getHost());
            if (!"https".equals(url.getScheme()) && !clear) {
                throw new IllegalArgumentException("A webhook needs an https address: " + url);
            }
            if (secret.length() < MIN_SECRET) {
                throw new IllegalArgumentException(
                        "The secret of the webhook needs " + MIN_SECRET + " characters at least");
            }
        }

        private static boolean isHere(String host) {
            try {
                return InetAddress.getByName(host).isLoopbackAddress();
            } catch (UnknownHostException e) {
                return false;
            }
        }
    }

    /**
     * The shop as the exporter.
     *
     * @param country where it ships from, ISO 3166 alpha-2
     * @param hqCountry where it is headquartered
     * @param usPerson whether it is a US person
     */
    record Shop(String country, String hqCountry, boolean usPerson) {}

    /**
     * Something for sale.
     *
     * @param sku its number
     * @param title what customers read
     * @param chip a name of the chip catalogue, or null
     * @param eccn the ECCN if it is no chip, or null
     */
    record Product(
            String sku,
            String title,
            @Nullable String chip,
            @Nullable String eccn) {}
}
