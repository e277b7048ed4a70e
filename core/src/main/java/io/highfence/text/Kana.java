package io.highfence.text;

import java.util.HashMap;
import java.util.Map;

/** Kana in Latin letters, by Hepburn: a syllable at a time, the sign for a long vowel left out, doubled consonants single. */
final class Kana {
    private static final int FIRST = 0x3041;
    private static final int LAST = 0x3096;
    private static final int KATAKANA = 0x60;
    private static final int LONG = 0x30FC;
    private static final int VOICED = 0x3099;
    private static final int HALF_VOICED = 0x309A;
    private static final char DOUBLED = 'っ';

    /** Syllables that a voicing mark changes, and those that a half-voicing mark does. */
    private static final String VOICEABLE = "うかきくけこさしすせそたちつてとはひふへほ";

    private static final String HALF_VOICEABLE = "はひふへほ";

    private static final Map<Integer, String> SYLLABLES = new HashMap<>();

    static {
        String rows = "あa いi うu えe おo かka きki くku けke こko がga ぎgi ぐgu げge ごgo さsa しshi すsu せse そso ざza じji ずzu ぜze"
                + " ぞzo たta ちchi つtsu てte とto だda ぢji づzu でde どdo なna にni ぬnu ねne のno はha ひhi ふfu へhe ほho ばba びbi"
                + " ぶbu べbe ぼbo ぱpa ぴpi ぷpu ぺpe ぽpo まma みmi むmu めme もmo やya ゆyu よyo らra りri るru れre ろro わwa ゐi ゑe"
                + " をo んn ゔvu ゕka ゖke";
        for (String syllable : rows.split(" ", -1)) {
            SYLLABLES.put((int) syllable.charAt(0), syllable.substring(1));
        }
    }

    private static final String SMALL = "ぁぃぅぇぉゃゅょゎ";
    private static final String[] SMALL_LETTERS = {"a", "i", "u", "e", "o", "ya", "yu", "yo", "wa"};

    private Kana() {}

    static boolean is(int c) {
        int hiragana = hiragana(c);
        return (hiragana >= FIRST && hiragana <= LAST) || c == LONG;
    }

    /** The sign for a syllable with a voicing mark behind it, or the syllable itself. */
    static int voiced(int c, int mark) {
        boolean half = mark == HALF_VOICED;
        int plain = hiragana(c);
        if ((half ? HALF_VOICEABLE : VOICEABLE).indexOf(plain) < 0) {
            return c;
        }
        return half ? c + 2 : plain == 'う' ? c + 'ゔ' - 'う' : c + 1;
    }

    static boolean isVoicingMark(int c) {
        return c == VOICED || c == HALF_VOICED;
    }

    private static int hiragana(int c) {
        return c >= FIRST + KATAKANA && c <= LAST + KATAKANA ? c - KATAKANA : c;
    }

    /** Kana of a text from a position on, as far as they reach, in Latin letters. */
    static void append(CharSequence text, int from, int to, StringBuilder latin) {
        for (int i = from; i < to; i++) {
            int c = hiragana(text.charAt(i));
            int small = SMALL.indexOf(c);
            if (c == LONG || c == DOUBLED) {
                continue;
            }
            if (small >= 0 && i > from) {
                contract(hiragana(text.charAt(i - 1)), SMALL_LETTERS[small], latin);
            } else {
                latin.append(small >= 0 ? SMALL_LETTERS[small] : SYLLABLES.getOrDefault(c, ""));
            }
        }
    }

    /**
     * {@code shi} and a small {@code ya} are {@code sha}, {@code ki} and it {@code kya}; {@code fu} and a small {@code a} are
     * {@code fa}, {@code u} and it {@code wa}, {@code ku} and it {@code kwa}.
     */
    private static void contract(int before, String small, StringBuilder latin) {
        String syllable = SYLLABLES.getOrDefault(before, "");
        int vowel = syllable.length() - 1;
        if (vowel < 0 || before == 'ん') {
            latin.append(small);
        } else if (syllable.endsWith(small)) {
            return; // A vowel drawn out.
        } else if (small.length() > 1 && vowel > 0) {
            boolean hushing = syllable.equals("shi") || syllable.equals("chi") || syllable.equals("ji");
            latin.setLength(latin.length() - 1);
            latin.append(hushing ? small.substring(1) : small);
        } else if (small.length() == 1 && "うくぐ".indexOf(before) >= 0) {
            latin.setLength(latin.length() - 1);
            latin.append('w').append(small);
        } else if (before == 'い' && small.equals("e")) {
            latin.setLength(latin.length() - 1);
            latin.append("ye");
        } else {
            latin.setLength(latin.length() - (vowel > 0 ? 1 : 0));
            latin.append(small);
        }
    }
}
