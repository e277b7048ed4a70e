package io.highfence.chip;

import org.jspecify.annotations.Nullable;

/**
 * Something to say about a classification beyond its number: what it is called, whether a person must look, and the rule it
 * rests on. The hot side keeps remarks as bits; their words are built on request.
 */
enum Remark {
    // Notes.
    NOTE_2(false, "3A090-note-2", "3A090.note-2", ""),
    NOTE_4(false, "3A090-note-4", "3A090.note-4", ""),
    ONE_CIRCUIT(false, "read-as-one-circuit", "4A090", ""),
    SEVERAL_PACKAGES(false, "several-packages-not-summed", "4A090", ""),
    OWN_RATES_UNUSED(false, "own-rates-not-used", "4A090", ""),
    ENCRYPTION_NOT_STATED(false, "encryption-not-stated", "z.order", ""),
    ENCRYPTION_AS_A(false, "encryption-read-as-5A002.a", "z.order", ""),
    APP_NOT_STATED(false, "app-not-stated", "4A003.b", ""),
    OTHER_ORDER(false, "also-by-performance", "z.order", ""),
    LOWER_RATE(false, "3A991.p.1", "3A991.p.1", ""),
    LOWER_IO(false, "3A991.p.2", "3A991.p.2", ""),
    LOWER_APP(false, "4A994.b", "4A994.b", ""),
    MEMORY_WITH_PROCESSING(false, "hbm-with-processing", "3A090.c.processing", ""),
    MEMORY_EXCEPTION_OPEN(false, "hbm-exception-possible", "3A090.c.exception", ""),
    MEMORY_EXCEPTION_SHUT(false, "hbm-exception-not-possible", "3A090.c.exception", ""),
    MEMORY_COMPLIANCE(false, "hbm-compliance-from-2024-12-31", "3A090.c.compliance", ""),
    SPARSE_HALVED(false, "sparse-halved-2-to-4", "3A090.tpp", ""),
    SPARSE_UNUSED(false, "sparse-rate-not-used", "3A090.tpp", ""),
    DATE_UNREAD(false, "date-before-these-rules", "3A090.edition", ""),

    // What a person must look at.
    STAGED(
            true,
            "staged-date",
            "3A090.edition",
            "the rule of October 2022 took effect in stages, and which paragraph began on which day was not read"),
    DATACENTER_UNKNOWN(
            true,
            "datacenter-unknown",
            "3A090.reading/datacenter-unknown",
            "whether it is designed or marketed for datacenters is not known, and decides; treated as yes"),
    NEAR_LIMIT(
            true,
            "near-limit",
            "3A090.near",
            "the performance is up to 5 percent under a limit that would change the answer"),
    VENDOR_ECCN(true, "vendor-eccn", null, "the vendor's number has a different effect"),
    NO_AREA(
            true,
            "nothing-non-planar",
            "3A090.no-area",
            "no logic die is known to be non-planar, so performance density is not defined"),
    DIE_ROLE(
            true,
            "die-role",
            "3A090.reading/die-role",
            "the answer turns on whether a non-planar I/O die or interposer counts as a logic die"),
    DIE_PROCESS(
            true,
            "die-process",
            "3A090.pd",
            "the answer turns on whether a die of unknown process is non-planar; the higher density is used"),
    TWO_WIDTHS(
            true,
            "two-widths",
            "3A090.reading/two-widths",
            "a threshold lies between the 19 bits that TF32 uses and the 32 in which it is stored"),
    NO_MAC(true, "no-multiply-accumulate", "3A090.reading/no-mac", "a rate of zero is stated"),
    ANALOG(
            true,
            "analog",
            "3A090.reading/analog",
            "analog units have no bit length in this text; a statement of the vendor is needed"),
    PACKAGE(
            true,
            "package-sum",
            "3A090.reading/package",
            "the performance is summed over the parts of one package, which changes the answer"),
    Z_PROVIDED(true, "z-condition", null, "the .z paragraph has a condition that is not among the facts"),
    Z_NUMBERING(true, "z-numbering", "z.numbering", "the number of the .z paragraph on that day was not read"),
    LETTER(true, "letter-reported", "letter", "a company-specific license letter on this class of chip is reported"),
    CATALOGUE(
            true,
            "catalogue-unverified",
            null,
            "the facts come from a catalogue row that nothing but general knowledge supports"),
    SPARSE_SUSPECTED(
            true,
            "sparse-suspected",
            "3A090.tpp",
            "a rate stated as dense is twice the catalogue's; it may be a sparse figure"),
    MEMORY_FUNCTION(
            true,
            "dominant-function",
            "3A090.c.processing",
            "memory is stated to stand alone and rates are stated too; which function is dominant must be settled"),
    APP_UNREAD(true, "app-limit-unread", "4A003.b", "the limit on adjusted peak performance of that day was not read"),
    ASSEMBLY_APP(
            true, "assembly-by-app", "4A003.b", "paragraph .b is for computers; an assembly may be 4A003.c instead"),
    ELSEWHERE_2022(
            true,
            "other-entry-2022",
            "3A090.2022-elsewhere",
            "what the text of 2022 said of items of other entries was not read");

    private static final Remark[] ALL = values();

    /** The bits of all remarks that ask for a look. */
    static final long REVIEW_BITS = reviewBits();

    private final boolean review;
    private final String code;
    private final @Nullable String rule;
    private final String sentence;

    Remark(boolean review, String code, @Nullable String rule, String sentence) {
        this.review = review;
        this.code = code;
        this.rule = rule;
        this.sentence = sentence;
    }

    boolean review() {
        return review;
    }

    String code() {
        return code;
    }

    /** The family it rests on, with the key after a slash, or null. */
    @Nullable
    String rule() {
        return rule;
    }

    /** For people: why a look is needed. Empty for notes. */
    String sentence() {
        return sentence;
    }

    /** Its bit in a set of remarks. */
    @SuppressWarnings("EnumOrdinal") // the order is the set's own business and is never stored
    long bit() {
        return 1L << ordinal();
    }

    private static long reviewBits() {
        long bits = 0;
        for (Remark remark : ALL) {
            if (remark.review) {
                bits |= remark.bit();
            }
        }
        return bits;
    }
}
