package io.highfence.list;

import java.util.regex.Pattern;

/**
 * How a list says that license applications are reviewed, where its wording is certain. The text itself stands in
 * {@link ListedParty.Listing#licensePolicy()}, and is what counts.
 */
public enum LicensePolicy {
    /** A policy of denial. */
    DENIAL,
    /** A policy of denial, but for items that the text names and that are reviewed case by case. */
    DENIAL_WITH_EXCEPTIONS,
    /** A presumption of denial. */
    PRESUMPTION_OF_DENIAL,
    /** A presumption of denial, but for items that the text names and that are reviewed case by case. */
    PRESUMPTION_OF_DENIAL_WITH_EXCEPTIONS,
    /** Case by case. */
    CASE_BY_CASE,
    /** Case by case for items on the Commerce Control List, and a presumption of approval for EAR99. */
    CASE_BY_CASE_EAR99_APPROVED,
    /** The text points to sections of the regulations and says nothing itself. */
    BY_SECTION,
    /** The listing has no such text. */
    NONE,
    /** The text has no wording that is known. */
    UNKNOWN;

    private static final String SEE =
            "(?:[ .,;]*+see(?: [^a-z]*+(?:(?:\\(?[a-z]{1,2}\\)|[0-9]e|and|of this part|of the ear)[^a-z]*+)*+)?+)?[ .,;]*+";

    private static final String ALL = "(?: for all items subject to the ear)?";
    private static final String CASE = "cas[ea]-by[ -]case";
    private static final String APPROVED = "presumption of approval for ear99(?: items)?";

    private static final Pattern PLAIN_DENIAL = Pattern.compile("policy of denial" + ALL + SEE);
    private static final Pattern PLAIN_PRESUMPTION = Pattern.compile("presumption (?:of|for) denial" + ALL + SEE);
    private static final Pattern DENIAL_BUT =
            Pattern.compile("policy of denial\\b(?!.*(?:presumption|approval)).*\\b" + CASE + "\\b.*");
    private static final Pattern PRESUMPTION_BUT = Pattern.compile("(?!.*(?:policy of denial|approval))(?=.*\\b" + CASE
            + "\\b).*\\bpresumption of denial(?: for all (?:other )?items\\b.*| except " + CASE + " for items\\b.*)");
    private static final Pattern EACH_CASE = Pattern.compile(CASE + "(?: basis| review)?" + SEE);
    private static final Pattern EACH_CASE_OR_APPROVED = Pattern.compile(CASE + " for all items listed on the ccl\\. "
            + APPROVED + SEE + "|" + APPROVED + "; " + CASE + " review for all items on the ccl" + SEE);
    private static final Pattern SECTIONS = Pattern.compile("(?=see )" + SEE
            + "|the license application procedure and license review policy for entities specified in supplement no\\. 2 to part"
            + " 744 is specified in \u00A7 ?744\\.21\\(d\\) and \\(e\\)\\.?");

    /** The longest text that is looked at; the longest published one has some 400 characters. */
    private static final int LONGEST = 5_000;

    static LicensePolicy of(String text) {
        String words = LicenseRequirement.words(text);
        if (words.isEmpty()) {
            return NONE;
        } else if (words.length() > LONGEST) {
            return UNKNOWN;
        } else if (PLAIN_DENIAL.matcher(words).matches()) {
            return DENIAL;
        } else if (PLAIN_PRESUMPTION.matcher(words).matches()) {
            return PRESUMPTION_OF_DENIAL;
        } else if (DENIAL_BUT.matcher(words).matches()) {
            return DENIAL_WITH_EXCEPTIONS;
        } else if (PRESUMPTION_BUT.matcher(words).matches()) {
            return PRESUMPTION_OF_DENIAL_WITH_EXCEPTIONS;
        } else if (EACH_CASE.matcher(words).matches()) {
            return CASE_BY_CASE;
        } else if (EACH_CASE_OR_APPROVED.matcher(words).matches()) {
            return CASE_BY_CASE_EAR99_APPROVED;
        }
        return SECTIONS.matcher(words).matches() ? BY_SECTION : UNKNOWN;
    }
}
