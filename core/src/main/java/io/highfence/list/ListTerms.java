package io.highfence.list;

import io.highfence.base.BadInput;
import io.highfence.input.JsonInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What is known of a list apart from what stands in it: who publishes it, under which terms, and how an edition of it is judged.
 *
 * <p>Read from {@code list-terms.json} in the jar. Immutable and safe for many threads.
 *
 * @param list the short code of the list, such as {@code EL}
 * @param name the list as its publisher calls it
 * @param publisher who publishes it
 * @param partner the partner whose list it is: {@code US}, {@code EU}, {@code UK}, {@code UN} or a country code; {@code own} for a
 *     list of the caller's own
 * @param source the official address; blank if there is none
 * @param terms under which terms it is published, as far as known
 * @param attribution the words that name its source where it is passed on; blank if none are asked for
 * @param redistribution whether it may be passed on
 * @param maxAgeDays from which age in days, counted from publication, an edition is too old for a decision
 * @param why why that age
 * @param maxShrinkPercent how many records in a hundred may go from one edition to the next without a person's acceptance
 */
public record ListTerms(
        String list,
        String name,
        String publisher,
        String partner,
        String source,
        String terms,
        String attribution,
        Redistribution redistribution,
        int maxAgeDays,
        String why,
        int maxShrinkPercent) {

    private static final String FILE = "list-terms.json";
    private static final String OWN = "CUSTOM";
    private static final Map<String, ListTerms> BY_CODE = load();

    /** Whether a list may be passed on. */
    public enum Redistribution {
        /** It may. */
        FREE("free"),
        /** It may, with the attribution. */
        WITH_ATTRIBUTION("withAttribution"),
        /** Nobody here knows, so that it may not. */
        NOT_KNOWN("notKnown");

        private final String word;

        Redistribution(String word) {
            this.word = word;
        }

        /**
         * The word for it in files and answers.
         *
         * @return for example {@code withAttribution}
         */
        public String word() {
            return word;
        }
    }

    /**
     * What is known of a list.
     *
     * @param list its short code
     * @return its terms; for a code that is not known those of a list of the caller's own, under that code
     */
    public static ListTerms of(String list) {
        ListTerms known = BY_CODE.get(list);
        if (known != null) {
            return known;
        }
        ListTerms own = BY_CODE.get(OWN);
        if (own == null) {
            throw new IllegalStateException(FILE + " says nothing of lists of the caller's own");
        }
        return new ListTerms(
                list,
                list,
                own.publisher,
                own.partner,
                own.source,
                own.terms,
                own.attribution,
                own.redistribution,
                own.maxAgeDays,
                own.why,
                own.maxShrinkPercent);
    }

    /**
     * The lists of which terms are known.
     *
     * @return short codes, {@code CUSTOM} for lists of the caller's own among them
     */
    public static List<String> codes() {
        return List.copyOf(BY_CODE.keySet());
    }

    /**
     * What keeps an image of loaded lists from being passed on.
     *
     * @param list the loaded lists
     * @return the terms of each list in it that may not be passed on, by code; empty if an image may be exported
     */
    public static List<ListTerms> barringExport(PartyList list) {
        TreeSet<String> codes = new TreeSet<>();
        list.editions().forEach(edition -> codes.addAll(edition.lists()));
        return codes.stream()
                .map(ListTerms::of)
                .filter(terms -> terms.redistribution == Redistribution.NOT_KNOWN)
                .toList();
    }

    /**
     * The greatest age of an edition: that of the list in it which ages fastest.
     *
     * @param edition the edition
     * @return the age in days
     */
    public static int maxAgeDays(PartyList.Edition edition) {
        return edition.lists().stream()
                .mapToInt(list -> of(list).maxAgeDays)
                .min()
                .orElse(of(OWN).maxAgeDays);
    }

    private static Map<String, ListTerms> load() {
        try (InputStream in = ListTerms.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from the jar");
            }
            try (JsonInput json = new JsonInput(in, FILE)) {
                Map<String, ListTerms> all = new LinkedHashMap<>();
                json.next();
                json.object("terms", key -> {
                    if (key.equals("lists")) {
                        json.array("lists", path -> {
                            ListTerms terms = read(json, path);
                            if (all.put(terms.list, terms) != null) {
                                throw json.fault("the list " + terms.list + " stands here twice");
                            }
                        });
                    } else {
                        json.text(key);
                    }
                });
                return all;
            }
        } catch (IOException | BadInput e) {
            throw new IllegalStateException(FILE + " in the jar is damaged", e);
        }
    }

    private static ListTerms read(JsonInput json, String path) throws IOException, BadInput {
        Map<String, String> fields = new LinkedHashMap<>();
        json.object(path, key -> {
            String text = json.text(key);
            fields.put(key, text == null ? "" : text);
        });
        return new ListTerms(
                said(fields, "list"),
                said(fields, "name"),
                said(fields, "publisher"),
                said(fields, "partner"),
                said(fields, "source"),
                said(fields, "terms"),
                said(fields, "attribution"),
                redistribution(said(fields, "redistribution")),
                Integer.parseInt(said(fields, "maxAgeDays")),
                said(fields, "why"),
                Integer.parseInt(said(fields, "maxShrinkPercent")));
    }

    private static Redistribution redistribution(String word) {
        for (Redistribution one : Redistribution.values()) {
            if (one.word.equals(word)) {
                return one;
            }
        }
        throw new IllegalStateException(FILE + " has the word '" + word + "' for a redistribution");
    }

    private static String said(Map<String, String> fields, String key) {
        String text = fields.get(key);
        if (text == null) {
            throw new IllegalStateException(
                    FILE + " has a list without " + key + ": " + new ArrayList<>(fields.values()));
        }
        return text;
    }
}
