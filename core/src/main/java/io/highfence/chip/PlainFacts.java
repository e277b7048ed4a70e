package io.highfence.chip;

import io.highfence.chip.Chip.Encryption;
import io.highfence.chip.Chip.Form;
import io.highfence.chip.Chip.Hbm;
import org.jspecify.annotations.Nullable;

/**
 * What decides about a plain chip: one integrated circuit without faults or doubt, with no number of its own in the control list
 * and no memory that could be controlled for itself. Kept together, so that little is read to judge it. Immutable.
 */
final class PlainFacts {
    /** Performance in millionths, above 0. */
    final long tpp;

    /** The density of the performance, as {@link LimbTable#density} gives it. */
    final long density;

    /** Tera-operations without bit length, in millionths. */
    final long tops;

    /** The transfer rate, or {@link Chip#UNKNOWN}. */
    final long ioBandwidth;

    /** The remarks on facts that are made where they matter to the answer, as bits. */
    final long remarks;

    /** {@link Bands#stretch} of the performance and of the density. */
    final int tppStretch;

    final int densityStretch;

    /** {@link LimbTable#column} of whether it is made for datacenters. */
    final int datacenter;

    private PlainFacts(Chip chip) {
        Totals totals = chip.totals();
        tpp = totals.tpp;
        density = totals.density;
        tops = totals.tops;
        ioBandwidth = chip.ioBandwidthGbps();
        long made = totals.remarks;
        made |= chip.encryption() == Encryption.NOT_STATED ? Remark.ENCRYPTION_NOT_STATED.bit() : 0;
        made |= chip.hbm() == Hbm.COPACKAGED ? Remark.MEMORY_WITH_PROCESSING.bit() : 0;
        remarks = made;
        tppStretch = Bands.stretch(tpp);
        densityStretch = Bands.stretch(density);
        datacenter = LimbTable.column(chip.datacenter());
    }

    /** The facts of a chip, or null if it is not plain. */
    static @Nullable PlainFacts of(Chip chip) {
        Totals totals = chip.totals();
        boolean numbers = !totals.doubtful && totals.tpp > 0 && totals.mostTops == totals.tops;
        boolean alone = chip.form() == Form.IC
                && chip.base() == null
                && chip.vendor() == null
                && (chip.encryption() == Encryption.NONE || chip.encryption() == Encryption.NOT_STATED);
        boolean memory = chip.hbm() == Hbm.STANDALONE
                || (chip.hbm() == Hbm.NOT_STATED && chip.hbmBandwidthGbps() >= 0 && chip.hbmAreaMm2() > 0);
        boolean doubt = chip.faultBits() != 0 || chip.assumed2to4() || chip.sparseSuspected() || chip.leastConfidence();
        return numbers && alone && !memory && !doubt ? new PlainFacts(chip) : null;
    }
}
