package io.highfence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.highfence.base.Country;
import io.highfence.base.Decimal;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Settings in their canonical form: every key, one sequence, no blanks, ASCII. */
final class SettingsJson {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** How many millionths one ten-thousandth is. */
    private static final long SCORE_STEP = Decimal.ONE / 10_000;

    private final JsonGenerator out;

    private SettingsJson(JsonGenerator out) {
        this.out = out;
    }

    /** Writes JSON. */
    @FunctionalInterface
    private interface Body {
        void write(SettingsJson json) throws IOException;
    }

    static String write(Settings settings) {
        return text(json -> {
            json.out.writeStartObject();
            for (Setting setting : Setting.values()) {
                json.out.writeFieldName(setting.key());
                json.put(setting, settings);
            }
            if (settings.demo()) {
                json.out.writeBooleanField("demo", true);
            }
            json.out.writeEndObject();
        });
    }

    static String value(Setting setting, Settings settings) {
        return text(json -> json.put(setting, settings));
    }

    private static String text(Body body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            body.write(new SettingsJson(out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void put(Setting setting, Settings settings) throws IOException {
        switch (setting) {
            case PROFILE ->
                text(settings.profile() == null ? null : settings.profile().word());
            case THRESHOLD -> out.writeNumber(Decimal.toString(settings.match().threshold() * SCORE_STEP));
            case NEAR_MISS_MARGIN ->
                out.writeNumber(Decimal.toString(settings.match().nearMissMargin() * SCORE_STEP));
            case WEAK_ALIASES_TRIGGER -> out.writeBoolean(settings.match().weakAliasesTrigger());
            case REQUIRED_LISTS -> texts(settings.requiredLists());
            case MAX_LIST_AGE_DAYS -> {
                Integer days = settings.maxListAgeDays();
                if (days == null) {
                    out.writeNull();
                } else {
                    out.writeNumber(days);
                }
            }
            case HORIZON_DAYS -> out.writeNumber(settings.horizonDays());
            case ACCEPTED_THROUGH -> acceptance(settings.acceptedThrough());
            case RELY_ON_NON_ENFORCEMENT -> reliance(settings.relyOnNonEnforcement());
            case TIME_BUDGET_MILLIS ->
                out.writeNumber(Decimal.toString(settings.timeBudget().toNanos()));
            case REQUIRED_ROLES -> roles(settings.requiredRoles());
            case HUBS -> texts(settings.hubs().stream().map(Country::code).toList());
            case TENANT_CAP -> cap(settings.tenantCap());
            case SECOND_APPROVER -> out.writeBoolean(settings.secondApprover());
            case HELD_INDICATORS -> {
                out.writeStartArray();
                for (Settings.Combination held : settings.heldIndicators()) {
                    out.writeStartObject();
                    out.writeStringField("name", held.name());
                    out.writeFieldName("indicators");
                    texts(held.indicators());
                    out.writeEndObject();
                }
                out.writeEndArray();
            }
        }
    }

    private void text(@Nullable String text) throws IOException {
        if (text == null) {
            out.writeNull();
        } else {
            out.writeString(text);
        }
    }

    private void texts(Collection<String> texts) throws IOException {
        out.writeStartArray();
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
    }

    private void acceptance(Settings.@Nullable Acceptance acceptance) throws IOException {
        if (acceptance == null) {
            out.writeNull();
            return;
        }
        out.writeStartObject();
        out.writeStringField("date", acceptance.date().toString());
        out.writeStringField("by", acceptance.by());
        out.writeEndObject();
    }

    private void reliance(Settings.@Nullable Reliance reliance) throws IOException {
        if (reliance == null) {
            out.writeNull();
            return;
        }
        out.writeStartObject();
        out.writeStringField("approvedBy", reliance.approvedBy());
        out.writeStringField("date", reliance.date().toString());
        out.writeStringField("scope", reliance.scope());
        out.writeEndObject();
    }

    private void cap(Settings.@Nullable TenantCap cap) throws IOException {
        if (cap == null) {
            out.writeNull();
            return;
        }
        out.writeStartObject();
        out.writeFieldName("tpp");
        out.writeNumber(Decimal.toString(cap.tpp()));
        out.writeNumberField("days", cap.days());
        out.writeEndObject();
    }

    private void roles(Map<Order.Kind, Set<Party.Role>> roles) throws IOException {
        out.writeStartObject();
        for (Map.Entry<Order.Kind, Set<Party.Role>> kind : roles.entrySet()) {
            out.writeFieldName(Words.of(kind.getKey()));
            texts(kind.getValue().stream().map(Party.Role::word).toList());
        }
        out.writeEndObject();
    }
}
