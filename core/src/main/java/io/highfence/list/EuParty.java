package io.highfence.list;

import io.highfence.base.DateRange;
import io.highfence.list.ListedParty.Identifier.Kind;
import io.highfence.list.ListedParty.Quality;
import io.highfence.list.ListedParty.Role;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the files of the European Union say of one party, whichever of them it came from. */
final class EuParty {
    private final GroupedParty group;
    private final Loading loading;
    private final Set<String> acts = new LinkedHashSet<>();
    private String reference = "";

    EuParty(String id, Loading loading) {
        this.group = new GroupedParty("EU Consolidated Financial Sanctions List", "EU", id, loading);
        this.loading = loading;
    }

    GroupedParty group() {
        return group;
    }

    /**
     * A name. None is marked as the primary one, so the first is; each language of the Union may have its own spelling, which is
     * no original, whatever its script. That a name is weak stands in a remark if anywhere.
     */
    void name(String whole, String first, String middle, String last, String strong, String remark) {
        String text = whole.isBlank() ? Published.name(" ", first, middle, last) : whole;
        Quality quality =
                strong.equals("false") || remark.toLowerCase(Locale.ROOT).contains("low quality")
                        ? Quality.WEAK
                        : strong.equals("true") ? Quality.STRONG : Quality.UNKNOWN;
        group.name(text, group.isNameless() ? Role.PRIMARY : Role.ALIAS, quality);
        group.extra("Name note", remark);
    }

    void type(String... words) {
        for (String word : words) {
            switch (word.strip().toUpperCase(Locale.ROOT)) {
                case "P", "PERSON" -> group.type("person");
                case "E", "ENTERPRISE" -> group.type("entity");
                case "" -> {
                    // Not said.
                }
                default -> group.type(word);
            }
        }
    }

    void regulation(String programme, String title, String url) {
        group.program(programme);
        if (!title.isBlank()) {
            acts.add(title.strip());
        }
        group.url(url);
    }

    /** The day of designation is that of the United Nations where they listed the party, and no day of the Union's law. */
    void designation(String euReference, String unReference, String day, String details) {
        reference = euReference.strip();
        group.extra("UN reference", unReference);
        group.extra("Designation date", day);
        group.extra("Designation", details);
    }

    /**
     * A day on which an act that names the party entered into force or was published. The file has the latest act on the party
     * and that of each name, so the listing holds at the latest from the earliest of these days.
     */
    void act(String day) {
        group.from(PublishedDate.day(day, PublishedDate.dayFirst(day), loading));
    }

    /** Ends the party with all that was said of it. */
    void finish() {
        group.citation(Published.join("; ", reference, String.join("; ", acts)));
        group.finish();
    }

    void birth(
            String day,
            String year,
            String month,
            String dayOfMonth,
            String from,
            String to,
            String circa,
            String calendar) {
        String said = Published.join(" ", day, year, from, to);
        if (!calendar.isBlank() && !calendar.equalsIgnoreCase("GREGORIAN")) {
            // The year counts from another day.
            if (!said.isEmpty()) {
                group.extra("Date of birth", said + " (" + calendar + ")");
                loading.note("a birth date of the calendar " + Published.shortened(calendar) + " is not used");
            }
            return;
        }
        DateRange days = days(day, year, month, dayOfMonth, from, to);
        if (days != null && circa.equals("true") && days.from() != null && days.to() != null) {
            days = new DateRange(days.from().minusYears(1), days.to().plusYears(1));
        }
        group.birth(said, days);
    }

    private static @Nullable DateRange days(
            String day, String year, String month, String dayOfMonth, String from, String to) {
        if (!day.isBlank()) {
            return PublishedDate.dayFirst(day);
        }
        if (!from.isBlank() || !to.isBlank()) {
            return PublishedDate.parse((from.isBlank() ? to : from) + " to " + (to.isBlank() ? from : to));
        }
        if (year.isBlank()) {
            return null;
        }
        try {
            int m = month.isBlank() ? 0 : Integer.parseInt(month);
            int d = dayOfMonth.isBlank() ? 0 : Integer.parseInt(dayOfMonth);
            LocalDate first = LocalDate.of(Integer.parseInt(year), m == 0 ? 1 : m, m == 0 || d == 0 ? 1 : d);
            LocalDate last = m == 0
                    ? first.plusYears(1).minusDays(1)
                    : d == 0 ? first.plusMonths(1).minusDays(1) : first;
            return new DateRange(first, last);
        } catch (NumberFormatException | DateTimeException e) {
            return null;
        }
    }

    void citizenship(String code, String name) {
        group.country("Citizenship", countryOf(code, name));
    }

    /** The code where it is one, or else the name; two zeros and UNKNOWN say nothing. */
    private static String countryOf(String code, String name) {
        String known = Published.orBlank(code);
        return known.isEmpty() || Published.country(known) == null ? Published.orBlank(name) : known;
    }

    void address(
            String street,
            String box,
            String place,
            String city,
            String region,
            String postcode,
            String code,
            String country) {
        String name = Published.orBlank(country);
        group.address(
                Published.join(", ", street, box, place),
                city,
                region,
                postcode,
                name.isEmpty() || Published.country(name) == null ? countryOf(code, country) : name);
    }

    void document(
            String code,
            String description,
            String number,
            String latin,
            String country,
            String from,
            String to,
            String knownFalse) {
        String type = description.isBlank() ? code : description;
        String said = latin.isBlank() ? number : latin;
        if (knownFalse.equals("true")) {
            // A false document may bear the number of somebody else's.
            group.extra("False document", Published.join(" ", type, said));
            return;
        }
        Kind kind = switch (code.toLowerCase(Locale.ROOT)) {
            case "passport" -> Kind.PASSPORT;
            case "id", "ssn" -> Kind.NATIONAL_ID;
            case "regnumber", "reg", "tradelic" -> Kind.REGISTRATION;
            case "swiftbic", "swift", "bic" -> Kind.BIC;
            case "imo" -> Kind.IMO;
            case "lei" -> Kind.LEI;
            case "fiscalcode", "taxid", "tin", "vat" -> Kind.TAX;
            default -> Published.documentKind(type);
        };
        group.identifier(kind, said, type, country, Published.validity(from, to, PublishedDate::dayFirst, loading));
    }

    /** Something that is said of a document, if it is true. */
    void ofDocument(String number, String what, String truth) {
        if (truth.equalsIgnoreCase("true")) {
            group.extra("Document note", Published.join(": ", number, what));
        }
    }
}
