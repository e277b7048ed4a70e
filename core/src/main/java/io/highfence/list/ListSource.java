package io.highfence.list;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A list file to load: its format, its path, and the day of its publication where the file itself has none.
 *
 * @param format how the file is written
 * @param path where it is; a name that ends in {@code .gz} or {@code .zip} is unpacked
 * @param published the day of publication as the caller knows it, or null
 * @param insists whether the caller wants the file although it is closed or not whole; what is wrong with it is then noted
 *     and not refused
 */
public record ListSource(Format format, Path path, @Nullable LocalDate published, boolean insists) {

    /**
     * A source that is refused where it is closed or not whole.
     *
     * @param format how the file is written
     * @param path where it is
     * @param published the day of publication as the caller knows it, or null
     */
    public ListSource(Format format, Path path, @Nullable LocalDate published) {
        this(format, path, published, false);
    }

    /** The formats that can be read. */
    public enum Format {
        /** The Consolidated Screening List as JSON. */
        CSL_JSON,
        /** The Consolidated Screening List as CSV. */
        CSL_CSV,
        /** The Treasury's flat files: a folder, or the file of parties with the others beside it. */
        OFAC_SDN_CSV,
        /** The Treasury's lists in plain XML. */
        OFAC_XML,
        /** The Treasury's lists in the advanced XML, with scripts and relations. */
        OFAC_ADVANCED_XML,
        /** The Treasury's lists in the enhanced XML, with scripts and the quality of names. */
        OFAC_ENHANCED_XML,
        /** The list of financial sanctions of the European Union as XML. */
        EU_FSF_XML,
        /** The list of financial sanctions of the European Union as CSV. */
        EU_FSF_CSV,
        /** The UK Sanctions List as XML. */
        UK_SL_XML,
        /** The UK Sanctions List as CSV. */
        UK_SL_CSV,
        /** The list of OFSI that the UK Sanctions List has replaced. */
        OFSI_CSV,
        /** The consolidated list of the UN Security Council as XML. */
        UN_XML,
        /** The sanctions of Switzerland as XML. */
        CH_SECO_XML,
        /** The autonomous sanctions of Canada as XML. */
        CA_SEMA_XML,
        /** The consolidated list of Australia as a workbook. */
        AU_DFAT_XLSX,
        /** The Foreign End User List of Japan as JSON taken from its PDF file. */
        JP_METI_JSON,
        /** The Denied Persons List as the Bureau of Industry and Security publishes it. */
        BIS_DPL_TXT,
        /** A list of the caller's own. */
        CUSTOM_CSV;

        /**
         * The word for this format on the command line.
         *
         * @return for example {@code csl-json}
         */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Reads {@code FORMAT:PATH} or {@code FORMAT:PATH@YYYY-MM-DD}; {@code FORMAT!:PATH} insists on a file that would be
     * refused as closed or not whole.
     *
     * @param text the text
     * @return the source
     * @throws IllegalArgumentException if the format is not known or the path is missing; the message says which
     */
    public static ListSource parse(String text) {
        int colon = text.indexOf(':');
        if (colon <= 0 || colon == text.length() - 1) {
            throw new IllegalArgumentException("a list is named FORMAT:PATH or FORMAT:PATH@YYYY-MM-DD");
        }
        boolean insists = text.charAt(colon - 1) == '!';
        String word = text.substring(0, insists ? colon - 1 : colon);
        Format format = Arrays.stream(Format.values())
                .filter(f -> f.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no format '" + word + "'; there are "
                        + Arrays.stream(Format.values()).map(Format::word).collect(Collectors.joining(", "))));
        String path = text.substring(colon + 1);
        int at = path.lastIndexOf('@');
        LocalDate published = null;
        if (at > 0 && path.substring(at + 1).matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            try {
                published = LocalDate.parse(path.substring(at + 1));
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("there is no day " + path.substring(at + 1), e);
            }
            path = path.substring(0, at);
        }
        return new ListSource(format, Path.of(path), published, insists);
    }
}
