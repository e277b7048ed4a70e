package io.highfence.text;

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

    private static final LetterTable SYLLABLES =
            new LetterTable("あ=a,い=i,う=u,え=e,お=o,か=ka,き=ki,く=ku,け=ke,こ=ko,が=ga,ぎ=gi,ぐ=gu,げ=ge,ご=go,さ=sa,し=shi,す=su"
                    + ",せ=se,そ=so,ざ=za,じ=ji,ず=zu,ぜ=ze,ぞ=zo,た=ta,ち=chi,つ=tsu,て=te,と=to,だ=da,ぢ=ji,づ=zu,で=de,ど=do"
                    + ",な=na,に=ni,ぬ=nu,ね=ne,の=no,は=ha,ひ=hi,ふ=fu,へ=he,ほ=ho,ば=ba,び=bi,ぶ=bu,べ=be,ぼ=bo,ぱ=pa,ぴ=pi"
                    + ",ぷ=pu,ぺ=pe,ぽ=po,ま=ma,み=mi,む=mu,め=me,も=mo,や=ya,ゆ=yu,よ=yo,ら=ra,り=ri,る=ru,れ=re,ろ=ro,わ=wa"
                    + ",ゐ=i,ゑ=e,を=o,ん=n,ゔ=vu,ゕ=ka,ゖ=ke");

    private static final String SMALL = "ぁぃぅぇぉゃゅょゎ";
    private static final String[] SMALL_LETTERS = {"a", "i", "u", "e", "o", "ya", "yu", "yo", "wa"};

    private Kana() {}

    private static String syllable(int c) {
        String syllable = SYLLABLES.get(c);
        return syllable == null ? "" : syllable;
    }

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
    static void append(CharSequence text, int from, int to, Chars latin) {
        for (int i = from; i < to; i++) {
            int c = hiragana(text.charAt(i));
            int small = SMALL.indexOf(c);
            if (c == LONG || c == DOUBLED) {
                continue;
            }
            if (small >= 0 && i > from) {
                contract(hiragana(text.charAt(i - 1)), SMALL_LETTERS[small], latin);
            } else {
                latin.add(small >= 0 ? SMALL_LETTERS[small] : syllable(c));
            }
        }
    }

    /**
     * {@code shi} and a small {@code ya} are {@code sha}, {@code ki} and it {@code kya}; {@code fu} and a small {@code a} are
     * {@code fa}, {@code u} and it {@code wa}, {@code ku} and it {@code kwa}.
     */
    private static void contract(int before, String small, Chars latin) {
        String syllable = syllable(before);
        int vowel = syllable.length() - 1;
        if (vowel < 0 || before == 'ん') {
            latin.add(small);
        } else if (syllable.endsWith(small)) {
            return; // A vowel drawn out.
        } else if (small.length() > 1 && vowel > 0) {
            boolean hushing = syllable.equals("shi") || syllable.equals("chi") || syllable.equals("ji");
            latin.cut(latin.length() - 1);
            latin.add(hushing ? small.substring(1) : small);
        } else if (small.length() == 1 && "うくぐ".indexOf(before) >= 0) {
            latin.cut(latin.length() - 1);
            latin.add('w').add(small);
        } else if (before == 'い' && small.equals("e")) {
            latin.cut(latin.length() - 1);
            latin.add("ye");
        } else {
            latin.cut(latin.length() - (vowel > 0 ? 1 : 0));
            latin.add(small);
        }
    }
}
