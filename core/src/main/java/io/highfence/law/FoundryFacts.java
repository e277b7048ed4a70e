package io.highfence.law;

import io.highfence.base.Country;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says of an item for the presumption of Note 1 to 3A090.a: how it is made, and what is attested of it.
 *
 * <p>Nothing is assumed: a fact that is not given is null, {@code UNKNOWN} or -1. Immutable and safe for many threads.
 *
 * @param logic whether the item is a logic integrated circuit
 * @param nodeNm the name of the process node in millionths of a nanometre, or -1 if it is not known
 * @param nonPlanar whether its transistors are non-planar: FinFET, gate-all-around and the like
 * @param attestation the attestation at hand, or null if there is none
 */
public record FoundryFacts(
        Known logic, long nodeNm, Known nonPlanar, @Nullable Attestation attestation) {
    /** An item of which nothing is known. */
    public static final FoundryFacts UNKNOWN = new FoundryFacts(Known.UNKNOWN, -1, Known.UNKNOWN, null);

    /** What an exporter does, as far as the presumption asks (F1.34). */
    public enum Exporter {
        /** It makes dies on wafers. */
        FRONT_END_FABRICATOR,
        /** It packages and tests for others: outsourced semiconductor assembly and test. */
        OSAT,
        /** Neither of the two; the presumption binds nobody else. */
        NEITHER,
        /** Not known. */
        UNKNOWN
    }

    /** Who stands behind an attestation. */
    public enum By {
        /** A designer of Supplement No. 6 to part 740; the caller has looked, names are not held here. */
        APPROVED_DESIGNER,
        /** A designer that is authorized by its place, its agreement and, in time, its application. */
        AUTHORIZED_DESIGNER,
        /** The fabricator that packaged the die. */
        FRONT_END_FABRICATOR,
        /** An assembler of Supplement No. 7 to part 740; the caller has looked, names are not held here. */
        APPROVED_OSAT,
        /** The end user, whose own statement is not enough. */
        END_USER,
        /** Somebody else, whom the note does not name. */
        OTHER,
        /** Not known. */
        UNKNOWN
    }

    /**
     * A designer, as far as being authorized turns on it; not asked of an approved one.
     *
     * @param country where it is located, or null
     * @param hqCountry where it is headquartered, or null
     * @param ultimateParentCountry where its ultimate parent is headquartered, or null
     * @param agreedToReport whether it agreed to give the information of 15 CFR 743.9(b)
     * @param appliedOn the day on which it applied to become approved, or null if it has not or that is not known
     */
    public record Designer(
            @Nullable Country country,
            @Nullable Country hqCountry,
            @Nullable Country ultimateParentCountry,
            Known agreedToReport,
            @Nullable LocalDate appliedOn) {
        /** A designer of whom nothing is known. */
        public static final Designer UNKNOWN = new Designer(null, null, null, Known.UNKNOWN, null);
    }

    /**
     * The final package.
     *
     * @param byFabricator whether the fabricator itself packaged the die
     * @param country where the die was packaged, or null
     * @param transistors the aggregated approximated transistor count, in transistors, or -1
     * @param hbm whether high-bandwidth memory is in it
     */
    public record FinalPackage(Known byFabricator, @Nullable Country country, long transistors, Known hbm) {
        /** A package of which nothing is known. */
        public static final FinalPackage UNKNOWN = new FinalPackage(Known.UNKNOWN, null, -1, Known.UNKNOWN);
    }

    /**
     * An attestation or a data sheet.
     *
     * @param by who gives it
     * @param tpp the total processing performance that it states, in millionths, or -1
     * @param performanceDensity the performance density that it states, in millionths, or -1
     * @param designer the designer, for {@link By#AUTHORIZED_DESIGNER}
     * @param finalPackage the package, for {@link By#FRONT_END_FABRICATOR} and {@link By#APPROVED_OSAT}
     */
    public record Attestation(By by, long tpp, long performanceDensity, Designer designer, FinalPackage finalPackage) {
        /**
         * Checks that no part is null.
         *
         * @param by who gives it
         * @param tpp the performance in millionths, or -1
         * @param performanceDensity the density in millionths, or -1
         * @param designer the designer
         * @param finalPackage the package
         */
        public Attestation {
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(designer, "designer");
            Objects.requireNonNull(finalPackage, "finalPackage");
        }
    }

    /**
     * Checks that no answer is null.
     *
     * @param logic whether it is a logic circuit
     * @param nodeNm the node in millionths of a nanometre, or -1
     * @param nonPlanar whether its transistors are non-planar
     * @param attestation the attestation, or null
     */
    public FoundryFacts {
        Objects.requireNonNull(logic, "logic");
        Objects.requireNonNull(nonPlanar, "nonPlanar");
    }
}
