package io.highfence.list;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a license requirement of a list says needs a license, where its wording is certain. The text itself stands in
 * {@link ListedParty.Listing#licenseRequirement()}, and is what counts.
 */
public enum LicenseRequirement {
    /** Every item that is subject to the EAR. */
    ALL_ITEMS,
    /** Every item that is subject to the EAR, and the entry itself says that License Exception GOV may overcome this. */
    ALL_ITEMS_GOV_ALLOWED,
    /** Every item that is subject to the EAR but for those that the text names. */
    ALL_ITEMS_EXCEPT,
    /** Every item that is subject to the EAR, when used in the projects of 15 CFR 746.8(a)(4). */
    ALL_ITEMS_IN_PROJECTS,
    /** Items on the Commerce Control List as the text narrows or widens them. */
    CCL_ITEMS,
    /** Items that Supplement No. 2 to 15 CFR part 744 lists. */
    MILITARY_END_USE_ITEMS,
    /** The listing has no such text. */
    NONE,
    /** The text has no wording that is known. */
    UNKNOWN;

    private static final String ALL = "(?:for )?all items subject to the ear";

    /** Sections that are only pointed to, with the signs of footnotes behind them. */
    private static final String SECTIONS =
            "[ .,]*+(?:\\(? ?see ?(?:part)?[^a-z]*+(?:(?:[a-z]|and)[^a-z]++)*+of the ear[ .,)0-9]*+)?+";

    private static final String GOV = "this license requirement may be overcome by license exception gov under .*+";
    private static final String WORLDWIDE =
            "the license requirements under this entry also extend to any export, reexport and transfer \\(in-country\\) to the"
                    + " entity wherever located worldwide\\.?";

    private static final Pattern PLAIN = Pattern.compile(ALL + SECTIONS + "(?:" + WORLDWIDE + ")?");
    private static final Pattern GOV_ALLOWED = Pattern.compile(ALL + SECTIONS + GOV);
    private static final Pattern EXCEPT = Pattern.compile(ALL + SECTIONS + "(?:except for|apart from)\\b.*+");
    private static final Pattern PROJECTS =
            Pattern.compile(ALL + " when used in projects specified in ?\u00A7 ?746\\.8\\(a\\)\\(4\\) of the ear\\.?");
    private static final Pattern CCL = Pattern.compile("for items on the ccl\\b.*+");
    private static final Pattern SUPPLEMENT_2 = Pattern.compile(
            "for any items? subject to the ear listed in supplement no\\. 2 to part 744(?: of the ear)?" + SECTIONS);

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** The longest text that is looked at; the longest published one has some 800 characters. */
    private static final int LONGEST = 5_000;

    static LicenseRequirement of(String text) {
        String words = words(text);
        if (words.isEmpty()) {
            return NONE;
        } else if (words.length() > LONGEST) {
            return UNKNOWN;
        } else if (PLAIN.matcher(words).matches()) {
            return ALL_ITEMS;
        } else if (GOV_ALLOWED.matcher(words).matches()) {
            return ALL_ITEMS_GOV_ALLOWED;
        } else if (EXCEPT.matcher(words).matches()) {
            return ALL_ITEMS_EXCEPT;
        } else if (PROJECTS.matcher(words).matches()) {
            return ALL_ITEMS_IN_PROJECTS;
        } else if (CCL.matcher(words).matches()) {
            return CCL_ITEMS;
        }
        return SUPPLEMENT_2.matcher(words).matches() ? MILITARY_END_USE_ITEMS : UNKNOWN;
    }

    /** A text in small letters, with single blanks. */
    static String words(String text) {
        return BLANKS.matcher(text.replace('\u00A0', ' '))
                .replaceAll(" ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
