package io.highfence.checkout;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operator fills in to lift reasons.
 *
 * @param version the version of the order that the operator saw
 * @param reasons the ids of the reasons
 * @param evidence what the operator relies on
 * @param note why
 * @param expires the last day on which it holds
 */
record LiftForm(
        int version,
        @Nullable List<String> reasons,
        @Nullable String evidence,
        @Nullable String note,
        @Nullable LocalDate expires) {

    private static final int MAX_TEXT = 2000;
    private static final int MAX_REASONS = 500;
    private static final int MAX_YEARS = 1;

    /** The words of the operator, checked. */
    Orders.Words words() {
        return new Orders.Words(text(evidence, "evidence"), text(note, "note"), expiry(expires));
    }

    /** The ids of the reasons, one at least. */
    List<String> reasonIds() {
        if (reasons == null || reasons.isEmpty() || reasons.size() > MAX_REASONS) {
            throw new Intake.Refused("reasons must name 1 to " + MAX_REASONS + " reasons", "#/reasons");
        }
        return List.copyOf(reasons);
    }

    private static String text(@Nullable String value, String name) {
        if (value == null || value.isBlank() || value.length() > MAX_TEXT || value.indexOf('\0') >= 0) {
            throw new Intake.Refused(name + " must have 1 to " + MAX_TEXT + " characters", "#/" + name);
        }
        return value.strip();
    }

    private static LocalDate expiry(@Nullable LocalDate day) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        if (day == null || day.isBefore(today) || day.isAfter(today.plusYears(MAX_YEARS))) {
            throw new Intake.Refused("expires must be a day from today on, within a year", "#/expires");
        }
        return day;
    }
}
