package io.highfence.text;

import com.anyascii.AnyAscii;
import com.ibm.icu.text.Transliterator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import net.sourceforge.pinyin4j.PinyinHelper;
import org.jspecify.annotations.Nullable;

/** How many names of a sample in Han are read by their accepted pinyin, here and by known libraries. */
public final class ReadingAccuracy {
    /** A name of the sample. */
    record Name(String kind, String han, String pinyin) {
        boolean isRead(String latin) {
            return plain(latin).equals(plain(pinyin));
        }
    }

    private ReadingAccuracy() {}

    /**
     * Prints the table and the names that no reading of ours is right for.
     *
     * @param args none
     */
    public static void main(String[] args) {
        List<Name> sample = sample();
        Map<String, UnaryOperator<String>> libraries = new LinkedHashMap<>();
        libraries.put("ICU4J Any-Latin", icu("Any-Latin"));
        libraries.put("ICU4J Han-Latin/Names", icu("Han-Latin/Names"));
        libraries.put("AnyAscii", AnyAscii::transliterate);
        libraries.put("pinyin4j, first reading", ReadingAccuracy::pinyin4j);
        List<String> kinds = sample.stream().map(Name::kind).distinct().toList();
        System.out.println("| | " + String.join(" | ", kinds) + " | all |");
        line("ours, first reading", kinds, sample, name -> name.isRead(first(name)));
        line("ours, some reading", kinds, sample, ReadingAccuracy::isKept);
        libraries.forEach(
                (library, reader) -> line(library, kinds, sample, name -> name.isRead(reader.apply(name.han()))));
        sample.stream()
                .filter(name -> !isKept(name))
                .forEach(name -> System.out.println("no reading of ours: " + name.han() + " " + name.pinyin() + " "
                        + AsStrings.nativeReadings(name.han())));
    }

    /** Tells whether a name is read right. */
    @FunctionalInterface
    private interface Judge {
        boolean isRight(Name name);
    }

    private static void line(String title, List<String> kinds, List<Name> sample, Judge judge) {
        StringBuilder line = new StringBuilder("| ").append(title);
        List<String> all = new ArrayList<>(kinds);
        all.add("");
        for (String kind : all) {
            List<Name> names = sample.stream()
                    .filter(name -> kind.isEmpty() || name.kind().equals(kind))
                    .toList();
            line.append(" | ")
                    .append(names.stream().filter(judge::isRight).count())
                    .append('/')
                    .append(names.size());
        }
        System.out.println(line.append(" |"));
    }

    static List<Name> sample() {
        List<Name> sample = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(ReadingAccuracy.class.getResourceAsStream("han-sample.tsv"))) {
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", -1);
                if (line.charAt(0) != '#') {
                    sample.add(new Name(cells[0], cells[1], cells[2]));
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return sample;
    }

    /** Whether some reading of ours is the accepted one. */
    static boolean isKept(Name name) {
        return AsStrings.nativeReadings(name.han()).stream().anyMatch(name::isRead);
    }

    /** The usual readings: of a person with the surname read as one, of another name with its usual words read as such. */
    static String first(Name name) {
        StringBuilder han = new StringBuilder();
        name.han().chars().forEach(c -> han.append(Han.simplified((char) c)));
        boolean person = name.kind().endsWith("person");
        StringBuilder latin = new StringBuilder();
        for (int at = 0; at < han.length(); ) {
            int length = NativeWords.length(han, at, han.length());
            String read = length == 0 || (person && at > 0)
                    ? ""
                    : Objects.requireNonNull(NativeWords.find(han, at, at + length))
                            .read();
            if (!read.isEmpty()) {
                latin.append(read);
                at += length;
            } else {
                List<String> readings = person && at == 0 && length == 0
                        ? List.of(Han.surname(han.charAt(at)))
                        : AsStrings.han(han.charAt(at));
                latin.append(readings.isEmpty() ? "" : readings.get(0));
                at++;
            }
        }
        return latin.toString();
    }

    private static UnaryOperator<String> icu(String id) {
        Transliterator icu = Transliterator.getInstance(id + "; NFD; [:Mn:] Remove; NFC");
        return icu::transliterate;
    }

    private static String pinyin4j(String han) {
        StringBuilder latin = new StringBuilder();
        for (char c : han.toCharArray()) {
            String @Nullable [] all = PinyinHelper.toHanyuPinyinStringArray(c);
            latin.append(all == null ? "" : all[0].replaceAll("[0-9]", ""));
        }
        return latin.toString();
    }

    private static String plain(String latin) {
        return latin.toLowerCase(Locale.ROOT)
                .replace("ü", "u")
                .replace("u:", "u")
                .replaceAll("[^a-z]", "");
    }
}
