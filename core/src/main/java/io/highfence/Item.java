package io.highfence;

import io.highfence.base.Country;
import io.highfence.chip.Chip;
import io.highfence.law.FoundryFacts;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of an order: what is sent, or what computing power is rented.
 *
 * <p>The item is known by its chip (classified here), by a stated ECCN, or by both; a stated ECCN that our arithmetic
 * contradicts is reported, never obeyed. Immutable.
 *
 * @param line the line's own id within the order
 * @param sku the caller's part number, or null
 * @param chip the parameters to classify, or null where only an ECCN is given
 * @param eccn the ECCN that the caller states, such as {@code EAR99} or {@code 5A992.c}, or null
 * @param quantityMillionths how many, in millionths of a piece, or null if not said
 * @param hts the tariff number, digits only, or null
 * @param countryOfOrigin where the item comes from, or null
 * @param usOriginControlledPercent US-origin controlled content in millionths of a percent, or null if unknown
 * @param usTechnologyOrPlant whether US technology or a plant built on it made the item, or null if unknown
 * @param foundry what is said for the foundry presumption of Note 1 to 3A090.a, or null if nothing is
 * @param valueMillionths what the whole line is worth, in millionths of the unit of money of the authorizations, or null if not said
 */
public record Item(
        String line,
        @Nullable String sku,
        @Nullable Chip chip,
        @Nullable String eccn,
        @Nullable Long quantityMillionths,
        @Nullable String hts,
        @Nullable Country countryOfOrigin,
        @Nullable Long usOriginControlledPercent,
        @Nullable Boolean usTechnologyOrPlant,
        @Nullable FoundryFacts foundry,
        @Nullable Long valueMillionths) {
    /**
     * Keeps the line as given.
     *
     * @param line the line's own id
     * @param sku the part number, or null
     * @param chip the parameters, or null
     * @param eccn the stated ECCN, or null
     * @param quantityMillionths how many, or null
     * @param hts the tariff number, or null
     * @param countryOfOrigin where it comes from, or null
     * @param usOriginControlledPercent US content, or null
     * @param usTechnologyOrPlant US technology or plant, or null
     * @param foundry what is said for the foundry presumption, or null
     * @param valueMillionths what the line is worth, or null
     */
    public Item {
        Objects.requireNonNull(line, "line");
    }

    /**
     * A line whose value is not said.
     *
     * @param line the line's own id
     * @param sku the part number, or null
     * @param chip the parameters, or null
     * @param eccn the stated ECCN, or null
     * @param quantityMillionths how many, or null
     * @param hts the tariff number, or null
     * @param countryOfOrigin where it comes from, or null
     * @param usOriginControlledPercent US content, or null
     * @param usTechnologyOrPlant US technology or plant, or null
     * @param foundry what is said for the foundry presumption, or null
     */
    public Item(
            String line,
            @Nullable String sku,
            @Nullable Chip chip,
            @Nullable String eccn,
            @Nullable Long quantityMillionths,
            @Nullable String hts,
            @Nullable Country countryOfOrigin,
            @Nullable Long usOriginControlledPercent,
            @Nullable Boolean usTechnologyOrPlant,
            @Nullable FoundryFacts foundry) {
        this(
                line,
                sku,
                chip,
                eccn,
                quantityMillionths,
                hts,
                countryOfOrigin,
                usOriginControlledPercent,
                usTechnologyOrPlant,
                foundry,
                null);
    }

    /**
     * A line of which nothing is said for the foundry presumption.
     *
     * @param line the line's own id
     * @param sku the part number, or null
     * @param chip the parameters, or null
     * @param eccn the stated ECCN, or null
     * @param quantityMillionths how many, or null
     * @param hts the tariff number, or null
     * @param countryOfOrigin where it comes from, or null
     * @param usOriginControlledPercent US content, or null
     * @param usTechnologyOrPlant US technology or plant, or null
     */
    public Item(
            String line,
            @Nullable String sku,
            @Nullable Chip chip,
            @Nullable String eccn,
            @Nullable Long quantityMillionths,
            @Nullable String hts,
            @Nullable Country countryOfOrigin,
            @Nullable Long usOriginControlledPercent,
            @Nullable Boolean usTechnologyOrPlant) {
        this(
                line,
                sku,
                chip,
                eccn,
                quantityMillionths,
                hts,
                countryOfOrigin,
                usOriginControlledPercent,
                usTechnologyOrPlant,
                null);
    }

    /**
     * A line of which only the ECCN is known.
     *
     * @param line the line's own id
     * @param eccn the stated ECCN
     * @return the item
     */
    public static Item ofEccn(String line, String eccn) {
        return new Item(line, null, null, eccn, null, null, null, null, null);
    }

    /**
     * A line that names a chip to classify.
     *
     * @param line the line's own id
     * @param chip the parameters
     * @return the item
     */
    public static Item ofChip(String line, Chip chip) {
        return new Item(line, null, chip, null, null, null, null, null, null);
    }

    // As every record says it, but without the formatter of JDK 17: digests of orders rest on this text.
    @Override
    public String toString() {
        return "Item[line=" + line
                + ", sku=" + sku
                + ", chip=" + chip
                + ", eccn=" + eccn
                + ", quantityMillionths=" + quantityMillionths
                + ", hts=" + hts
                + ", countryOfOrigin=" + countryOfOrigin
                + ", usOriginControlledPercent=" + usOriginControlledPercent
                + ", usTechnologyOrPlant=" + usTechnologyOrPlant
                + ", foundry=" + foundry
                + ", valueMillionths=" + valueMillionths
                + "]";
    }
}
