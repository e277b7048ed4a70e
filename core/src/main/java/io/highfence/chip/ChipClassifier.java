package io.highfence.chip;

import io.highfence.chip.Chip.Answer;
import io.highfence.chip.Chip.Encryption;
import io.highfence.chip.Chip.Form;
import io.highfence.chip.Chip.Hbm;
import io.highfence.chip.ChipLaw.Formula;
import io.highfence.chip.ChipLaw.Z;
import io.highfence.law.RuleBook;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the paragraph of the control list that a chip, a module, a board or a system meets on a day: ECCN 3A090 with its notes,
 * 4A090, the .z paragraphs, and the entries below them.
 *
 * <p>Immutable and safe for many threads. See 15 CFR part 774, Supp. No. 1, and {@code docs/interpretation.md} for the points
 * where the text leaves room.
 */
public final class ChipClassifier {
    /** The answer where no entry known to these rules is met; another one may be, so it is never read as EAR99. */
    public static final String OTHER = "EAR99-or-other";

    private final RuleBook book;
    private final ChipLaw[] versions;

    /** The first day of each version, in the order of the calendar. */
    private final long[] firstDays;

    /**
     * Lays the rules on chips out to be asked quickly.
     *
     * @param book the rules
     */
    public ChipClassifier(RuleBook book) {
        this.book = book;
        versions = ChipLaw.versions(book);
        firstDays = new long[versions.length];
        for (int i = 0; i < versions.length; i++) {
            firstDays[i] = inOrder(versions[i].firstDay());
        }
    }

    /**
     * The rules in use.
     *
     * @return the book given at the start
     */
    public RuleBook ruleBook() {
        return book;
    }

    /** The next day after one on which a rule on chips changes, or null if none is known. */
    @Nullable
    LocalDate nextChange(LocalDate day) {
        for (ChipLaw version : versions) {
            if (version.firstDay().isAfter(day)) {
                return version.firstDay();
            }
        }
        return null;
    }

    /** The law of a day; for tests that walk the versions. */
    ChipLaw lawOn(LocalDate day) {
        long asked = inOrder(day);
        int version = versions.length - 1;
        while (version > 0 && asked < firstDays[version]) {
            version--;
        }
        return versions[version];
    }

    /** A number that orders days as the calendar does, without the divisions that counting days takes. */
    private static long inOrder(LocalDate day) {
        return ((long) day.getYear() << 9) + (day.getMonthValue() << 5) + day.getDayOfMonth();
    }

    /**
     * Classifies a chip. Never throws for the facts of the chip or the day, whatever they are; allocates nothing.
     *
     * @param chip the chip
     * @param asOf the day whose law is applied
     * @param out takes the answer, whatever it held before
     */
    public void classify(Chip chip, LocalDate asOf, Classification out) {
        if (!out.isOf(book, asOf)) {
            out.apply(lawOn(asOf), asOf);
        }
        PlainFacts plain = chip.plain();
        if (plain == null || !classifyPlain(chip, plain, out.law(), out)) {
            classify(chip, out);
        }
    }

    /** Looks the answer for a plain chip up; false if it stands in no table. */
    private static boolean classifyPlain(Chip chip, PlainFacts plain, ChipLaw law, Classification out) {
        int kind = law.lowerTops.admit(plain.tops) ? PlainAnswer.BY_TOPS : 0;
        kind |= law.lowerTransferRate.admit(plain.ioBandwidth) ? PlainAnswer.BY_RATE : 0;
        kind |= plain.ioBandwidth < 0 ? PlainAnswer.NO_RATE : 0;
        PlainAnswer answer = law.table().plain(plain, kind);
        if (answer != null && answer.asksForLetter && law.letterReaches(chip)) {
            answer = law.table().plain(plain, kind | PlainAnswer.LETTER);
        }
        if (answer == null) {
            return false;
        }
        out.take(chip, answer, plain.remarks);
        return true;
    }

    /** Classifies by the way that all chips can go. */
    static void classify(Chip chip, Classification out) {
        ChipLaw law = out.law();
        out.begin(chip);
        out.missing = chip.faultBits();
        if (law.formula == Formula.UNREAD) {
            out.circuit.clear();
            out.missing |= Column.DATE.bit();
            out.remarks |= Remark.DATE_UNREAD.bit();
            out.end(null);
            return;
        }
        if (law.formula == Formula.STAGED) {
            out.remarks |= Remark.STAGED.bit();
            judgeCircuits(chip, law, out);
            out.end(OTHER);
            return;
        }
        judgeCircuits(chip, law, out);
        if (chip.assumed2to4()) {
            out.remarks |= Remark.SPARSE_HALVED.bit();
        }
        if (chip.sparseSuspected()) {
            out.remarks |= Remark.SPARSE_SUSPECTED.bit();
        }
        judgeMemory(chip, law, out);
        String eccn = eccn(chip, law, out);
        checkVendor(chip, law, eccn, out);
        if (chip.leastConfidence()) {
            out.remarks |= Remark.CATALOGUE.bit();
        }
        out.end(eccn);
    }

    /** Judges the one circuit of an IC, or each different circuit of what holds some; the gravest one answers. */
    private static void judgeCircuits(Chip chip, ChipLaw law, Classification out) {
        Chip[] circuits = chip.circuits();
        if (chip.form() == Form.IC || circuits.length == 0) {
            judgeOwn(chip, law, out);
            return;
        }
        if (!chip.rates().isEmpty()) {
            out.remarks |= Remark.OWN_RATES_UNUSED.bit();
        }
        long remarks = 0;
        int missing = 0;
        int lowerMissing = 0;
        boolean tierOpen = false;
        boolean lower = false;
        for (int i = 0; i < circuits.length; i++) {
            Chip circuit = circuits[i];
            Answer datacenter = circuit.datacenter() == Answer.UNKNOWN ? chip.datacenter() : circuit.datacenter();
            CircuitNumbers next = out.spare;
            next.judge(circuit, law, datacenter);
            if (next.tier == Tier.A && !next.tierOpen && (next.remarks & Remark.REVIEW_BITS) == 0) {
                // No other circuit can change the answer.
                out.takeSpare();
                out.adopt();
                return;
            }
            remarks |= next.remarks;
            missing |= next.missing;
            lowerMissing |= next.lowerMissing;
            tierOpen |= next.tierOpen;
            lower |= next.lower;
            if (i == 0 || graver(next, out.circuit)) {
                out.takeSpare();
            }
        }
        out.adopt();
        out.remarks |= remarks;
        out.tierOpen = tierOpen && out.tier != Tier.A;
        if (out.tier != Tier.A || out.circuit.tierOpen) {
            out.missing |= missing;
        }
        out.lower = lower;
        out.lowerMissing = lowerMissing;
        if (out.tier != Tier.A && chip.form() != Form.SYSTEM && chip.severalPackages()) {
            out.remarks |= Remark.SEVERAL_PACKAGES.bit();
        }
    }

    private static void judgeOwn(Chip chip, ChipLaw law, Classification out) {
        out.circuit.judge(chip, law, chip.datacenter());
        out.adopt();
        if (chip.form() == Form.IC) {
            return;
        }
        if (chip.rates().isEmpty()) {
            out.missing |= Column.CONTAINS.bit();
            out.missing &= ~Column.RATES.bit();
        } else {
            out.remarks |= Remark.ONE_CIRCUIT.bit();
        }
    }

    private static boolean graver(CircuitNumbers one, CircuitNumbers other) {
        int byTier = Integer.compare(one.tier, other.tier);
        if (byTier != 0) {
            return byTier > 0;
        }
        if (one.tier == Tier.A && one.tierOpen != other.tierOpen) {
            return other.tierOpen;
        }
        return one.tpp > other.tpp;
    }

    /** Tests 3A090.c: high-bandwidth memory that does not share its package with processing. */
    static void judgeMemory(Chip chip, ChipLaw law, Classification out) {
        Hbm hbm = chip.hbm();
        if (chip.form() != Form.IC || hbm == Hbm.NONE || law.memoryDensity.isEmpty()) {
            return;
        }
        if (hbm == Hbm.NOT_STATED) {
            askForKind(chip, law, out);
            return;
        }
        boolean processes = out.circuit.tpp > 0;
        if (hbm == Hbm.COPACKAGED && processes) {
            out.remarks |= Remark.MEMORY_WITH_PROCESSING.bit();
            return;
        }
        if (processes) {
            out.remarks |= Remark.MEMORY_FUNCTION.bit();
        }
        long bandwidth = chip.hbmBandwidthGbps();
        long area = chip.hbmAreaMm2();
        if (bandwidth < 0 || area <= 0) {
            out.memoryOpen = true;
            if (hbm == Hbm.STANDALONE) {
                out.missing |= bandwidth < 0 ? Column.HBM_BANDWIDTH_GBPS.bit() : 0;
                out.missing |= area <= 0 ? Column.HBM_AREA_MM2.bit() : 0;
            }
            return;
        }
        if (!law.memoryDensity.admitQuotient(bandwidth, area)) {
            return;
        }
        out.memory = true;
        boolean open = law.memoryException.admitQuotient(bandwidth, area);
        out.remarks |= (open ? Remark.MEMORY_EXCEPTION_OPEN : Remark.MEMORY_EXCEPTION_SHUT).bit();
        if (law.memoryComplianceLater) {
            out.remarks |= Remark.MEMORY_COMPLIANCE.bit();
        }
    }

    /** Memory of a high density is 3A090.c where it stands alone, and not where it shares its package with processing. */
    private static void askForKind(Chip chip, ChipLaw law, Classification out) {
        long bandwidth = chip.hbmBandwidthGbps();
        long area = chip.hbmAreaMm2();
        boolean dense = bandwidth >= 0 && area > 0 && law.memoryDensity.admitQuotient(bandwidth, area);
        if (dense && out.tier == Tier.NONE) {
            out.memoryOpen = true;
            out.missing |= Column.HBM.bit();
        }
    }

    /** The number after the notes: the best answer that the facts allow, or null if they allow none. */
    static @Nullable String eccn(Chip chip, ChipLaw law, Classification out) {
        if (out.tier != Tier.NONE) {
            return controlled(chip, law, out);
        }
        if (out.memory) {
            return "3A090.c";
        }
        if (out.tierOpen || out.memoryOpen) {
            return null;
        }
        return uncontrolled(chip, law, out);
    }

    private static String controlled(Chip chip, ChipLaw law, Classification out) {
        boolean assembly = chip.form() != Form.IC;
        if (law.formula == Formula.OF_2022) {
            if (chip.base() != null
                    || (chip.encryption() != Encryption.NONE && chip.encryption() != Encryption.NOT_STATED)) {
                out.remarks |= Remark.ELSEWHERE_2022.bit();
            }
            return assembly ? "4A090" : "3A090";
        }
        String byPerformance = byPerformance(assembly, out.tier);
        Eccn base = chip.base();
        boolean vague = base != null && law.isVague(base);
        Z z = zParagraph(chip, law, out);
        if (z == null) {
            String entry = base == null || !vague ? null : law.zEntry(base);
            if (entry == null) {
                return byPerformance;
            }
            out.missing |= Column.BASE_ECCN.bit();
            return entry;
        }
        out.remarks |= Remark.OTHER_ORDER.bit();
        out.zRule = z.rule();
        if (vague || isOfAnotherTier(base, law, out.tier)) {
            out.missing |= Column.BASE_ECCN.bit();
        }
        if (z.conditional()) {
            out.remarks |= Remark.Z_PROVIDED.bit();
        }
        if (law.zRenumbered) {
            out.remarks |= Remark.Z_NUMBERING.bit();
        }
        return z.of(out.tier);
    }

    /** Whether the stated number is a .z paragraph of another tier than that of the numbers. */
    private static boolean isOfAnotherTier(@Nullable Eccn base, ChipLaw law, int tier) {
        int stated = base == null ? Tier.NONE : law.tierOfZ(base);
        return stated != Tier.NONE && stated != tier;
    }

    static String byPerformance(boolean assembly, int tier) {
        if (assembly) {
            return tier == Tier.A ? "4A090.a" : "4A090.b";
        }
        return tier == Tier.A ? "3A090.a" : "3A090.b";
    }

    /** The .z paragraph of what the item is apart from its computing power, or null if it is nothing else. */
    private static @Nullable Z zParagraph(Chip chip, ChipLaw law, Classification out) {
        Eccn base = chip.base();
        Z z = base == null ? null : law.zOf(base);
        if (z != null || (base != null && law.isVague(base))) {
            return z;
        }
        Encryption encryption = chip.encryption();
        if (encryption == Encryption.MASS_MARKET) {
            return law.zOf("5A992");
        }
        if (encryption == Encryption.ECCN_5A002) {
            out.remarks |= Remark.ENCRYPTION_AS_A.bit();
            return law.zOf("5A002.a");
        }
        if (encryption == Encryption.UNKNOWN) {
            out.missing |= Column.ENCRYPTION.bit();
        } else if (encryption == Encryption.NOT_STATED) {
            out.remarks |= Remark.ENCRYPTION_NOT_STATED.bit();
        }
        boolean computer = chip.form() != Form.IC && law.computerApp.admit(chip.appWt());
        return computer ? law.zOf("4A003.b") : null;
    }

    /** Whether a letter to one company is reported on this class of chip, or on a circuit that it holds. */
    private static boolean letterReaches(Chip chip, ChipLaw law) {
        Chip[] circuits = chip.circuits();
        if (circuits.length == 0) {
            return law.letterReaches(chip);
        }
        for (Chip circuit : circuits) {
            if (law.letterReaches(circuit)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String uncontrolled(Chip chip, ChipLaw law, Classification out) {
        boolean excluded = (out.remarks & Remark.NOTE_2.bit()) != 0;
        boolean assembly = chip.form() != Form.IC;
        if (law.formula == Formula.TPP && letterReaches(chip, law) && law.tier(out.circuit.limbs) == Tier.NONE) {
            out.remarks |= Remark.LETTER.bit();
        }
        Eccn base = chip.base();
        if (base != null && elsewhere(base)) {
            if (excluded) {
                out.remarks |= Remark.NOTE_4.bit();
            }
            if (isZ(base)) {
                // What does not meet the limits is in no .z paragraph, so the paragraph that it is in is not said.
                out.missing |= Column.BASE_ECCN.bit();
                return base.entry();
            }
            return base.text();
        }
        if (chip.encryption() == Encryption.MASS_MARKET) {
            return "5A992.c";
        }
        if (chip.encryption() == Encryption.ECCN_5A002) {
            out.remarks |= Remark.ENCRYPTION_AS_A.bit();
            return "5A002.a";
        }
        if (chip.encryption() == Encryption.UNKNOWN) {
            out.missing |= Column.ENCRYPTION.bit();
        }
        if (assembly) {
            return uncontrolledAssembly(chip, law, out, excluded);
        }
        if (out.lower) {
            return "3A991.p";
        }
        out.missing |= out.lowerMissing;
        return OTHER;
    }

    private static String uncontrolledAssembly(Chip chip, ChipLaw law, Classification out, boolean excluded) {
        if (excluded) {
            out.remarks |= Remark.NOTE_4.bit();
        }
        long app = chip.appWt();
        if (app < 0) {
            out.remarks |= Remark.APP_NOT_STATED.bit();
        } else {
            if (law.appUnread) {
                out.remarks |= Remark.APP_UNREAD.bit();
            }
            if (law.computerApp.admit(app)) {
                if (chip.form() != Form.SYSTEM) {
                    out.remarks |= Remark.ASSEMBLY_APP.bit();
                }
                return "4A003.b";
            }
            if (law.lowerApp.admit(app)) {
                out.remarks |= Remark.LOWER_APP.bit();
            }
        }
        if (out.lower) {
            return "4A994.l";
        }
        out.missing |= out.lowerMissing;
        return OTHER;
    }

    /** Whether a number places the item somewhere that neither performance nor "not elsewhere specified" overrides. */
    private static boolean elsewhere(Eccn base) {
        String entry = base.entry();
        return !entry.equals(Eccn.EAR99)
                && !entry.equals("3A090")
                && !entry.equals("4A090")
                && !entry.equals("3A991")
                && !entry.equals("4A994");
    }

    /** A vendor's number of another effect is a reason to look: the vendor knows the item, and we may have been told wrong. */
    private static void checkVendor(Chip chip, ChipLaw law, @Nullable String ours, Classification out) {
        Eccn vendor = chip.vendor();
        if (vendor == null || ours == null) {
            return;
        }
        String entry = vendor.entry();
        boolean advanced = entry.equals("3A090") || entry.equals("4A090");
        boolean same;
        if (vendor.text().endsWith(".c") && advanced) {
            same = out.memory;
        } else if (advanced) {
            same = out.tier != Tier.NONE && sameTier(vendor, out.tier, law);
        } else if (law.tierOfZ(vendor) != Tier.NONE) {
            same = law.tierOfZ(vendor) == out.tier;
        } else if (isZ(vendor)) {
            same = out.tier != Tier.NONE;
        } else if (out.tier != Tier.NONE || out.memory) {
            same = false;
        } else {
            same = ours.equals(OTHER)
                    || ours.startsWith(entry)
                    || (antiTerrorismOnly(entry) && antiTerrorismOnly(ours));
        }
        if (!same) {
            out.remarks |= Remark.VENDOR_ECCN.bit();
        }
    }

    private static boolean sameTier(Eccn vendor, int tier, ChipLaw law) {
        int length = vendor.text().length();
        if (law.formula == Formula.OF_2022 || length == vendor.entry().length()) {
            return true;
        }
        char paragraph = vendor.text().charAt(vendor.entry().length() + 1);
        return tier == Tier.A ? paragraph == 'a' : paragraph == 'b';
    }

    private static boolean antiTerrorismOnly(String number) {
        return number.startsWith("3A991") || number.startsWith("4A994") || number.startsWith("5A992");
    }

    private static boolean isZ(Eccn number) {
        return number.text().startsWith(".z", number.entry().length());
    }
}
