package io.highfence.text;

/**
 * Folds text to the letters and digits by which names are compared: compatibility forms, letter case, marks, hidden signs,
 * look-alike letters of other alphabets, and Cyrillic and Greek words in Latin letters.
 *
 * <p>What is no letter and no digit stays in place as it is, for the tokens to be cut at. One a thread; folding allocates nothing
 * once its characters have grown.
 */
public final class Folding {
    /** Letters that decomposition leaves alone, and what people type for them. */
    private static final LetterTable LETTERS = new LetterTable(
            "ß=ss,ẞ=ss,æ=ae,œ=oe,ø=o,ð=d,þ=th,đ=d,ħ=h,ı=i,ĸ=k,ł=l,ŋ=ng,ŧ=t,ə=a,ƒ=f,ɓ=b,ɗ=d,ƙ=k,ƴ=y,ŀ=l,ʼ=,ʻ=,ʹ=,ʺ=,‘=,’=,'=,`=,ʿ=,ʾ=,"
                    + "ة=ه,ى=ي,ی=ي,ک=ك,ھ=ه,ہ=ه,ە=ه,ـ=");

    /** Cyrillic as the lists romanise it. */
    private static final LetterTable CYRILLIC = new LetterTable(
            "а=a,б=b,в=v,г=g,ґ=g,д=d,е=e,є=ye,ж=zh,з=z,и=i,і=i,й=y,к=k,л=l,м=m,н=n,о=o,п=p,р=r,с=s,т=t,у=u,ф=f,"
                    + "х=kh,ц=ts,ч=ch,ш=sh,щ=shch,ъ=,ы=y,ь=,э=e,ю=yu,я=ya,ј=j,љ=lj,њ=nj,ћ=c,ђ=dj,џ=dz,ѕ=dz,қ=k,ғ=g,ә=a,"
                    + "ө=o,ү=u,ұ=u,һ=h,ң=n,ҳ=h,ҷ=j");

    /** Greek as the lists romanise it. */
    private static final LetterTable GREEK = new LetterTable(
            "α=a,β=v,γ=g,δ=d,ε=e,ζ=z,η=i,θ=th,ι=i,κ=k,λ=l,μ=m,ν=n,ξ=x,ο=o,π=p,ρ=r,σ=s,ς=s,τ=t,υ=y,φ=f,χ=ch,ψ=ps,ω=o,"
                    + "Η=i,Μ=m,Ν=n,Υ=y");

    /** Armenian as the lists romanise it; {@code ու} is one letter. */
    private static final LetterTable ARMENIAN = new LetterTable(
            "ա=a,բ=b,գ=g,դ=d,ե=e,զ=z,է=e,ը=y,թ=t,ժ=zh,ի=i,լ=l,խ=kh,ծ=ts,կ=k,հ=h,ձ=dz,ղ=gh,ճ=ch,մ=m,յ=y,ն=n,շ=sh,ո=o,չ=ch,"
                    + "պ=p,ջ=j,ռ=r,ս=s,վ=v,տ=t,ր=r,ց=ts,ւ=v,փ=p,ք=k,օ=o,ֆ=f,և=ev");

    /** Georgian as the lists romanise it. */
    private static final LetterTable GEORGIAN = new LetterTable(
            "ა=a,ბ=b,გ=g,დ=d,ე=e,ვ=v,ზ=z,თ=t,ი=i,კ=k,ლ=l,მ=m,ნ=n,ო=o,პ=p,ჟ=zh,რ=r,ს=s,ტ=t,უ=u,ფ=p,ქ=k,ღ=gh,ყ=q,შ=sh,ჩ=ch,"
                    + "ც=ts,ძ=dz,წ=ts,ჭ=ch,ხ=kh,ჯ=j,ჰ=h");

    /** Letters of other alphabets that look like a Latin one, for words that are otherwise Latin. */
    private static final LetterTable LOOK_ALIKES = new LetterTable(
            "а=a,в=b,с=c,е=e,н=h,і=i,ј=j,к=k,м=m,о=o,р=p,ѕ=s,т=t,у=y,х=x,һ=h,ԁ=d,ԛ=q,ԝ=w,ѵ=v,г=r,п=n,и=u,й=u,ь=b,ӏ=l,"
                    + "α=a,β=b,ε=e,η=n,ι=i,κ=k,μ=u,ν=v,ο=o,ρ=p,τ=t,υ=u,χ=x,ω=w,γ=y,σ=o,ϲ=c,ϳ=j,"
                    + "օ=o,ս=u,հ=h,ո=n,ց=g,զ=q,ռ=n,"
                    + "Η=h,Μ=m,Ν=n,Υ=y");

    /** Latin letters that stand in a Cyrillic word for the letter they look like, and how that is romanised. */
    private static final LetterTable IN_CYRILLIC =
            new LetterTable("a=a,b=v,c=s,e=e,h=n,i=i,j=j,k=k,m=m,o=o,p=r,t=t,x=kh,y=u");

    /** Cyrillic letters that are Latin ones to the eye; a word of others is Cyrillic. */
    private static final String LIKE_LATIN = "авсенікмортухѕјһ";

    /** Greek capitals that look like another Latin letter than their small forms do; they are read as they stand. */
    private static final String CAPITALS = "ΗΜΝΥ";

    /** Signs before it are their own decomposition. */
    private static final int FIRST_DECOMPOSED = 0xA0;

    private static final int ACUTE = 0xB4;

    /** Over an и it makes another letter; other marks are dropped. */
    private static final int BREVE = 0x306;

    /** The longest folded text; of published names the longest has 381 letters. What stands behind it is dropped. */
    static final int MAX_FOLDED = 2 * NameForm.MAX_CHARS;

    private final Chars plain = new Chars();

    /** Ready to fold. */
    public Folding() {}

    /**
     * Folds a text.
     *
     * @param text any text, broken surrogates included
     * @return its folded form
     */
    public static String fold(CharSequence text) {
        Chars folded = new Chars();
        new Folding().fold(text, 0, text.length(), false, Integer.MAX_VALUE, folded);
        return folded.toString();
    }

    /**
     * Appends the folded form of part of a text.
     *
     * @param text any text
     * @param start its first character
     * @param end behind its last one
     * @param byShape whether words that are made wholly of look-alikes are read by the shape of their letters
     * @param folded takes the form, cut behind so many letters that it has {@link #MAX_FOLDED}
     * @return whether the end was dropped
     */
    boolean fold(CharSequence text, int start, int end, boolean byShape, Chars folded) {
        return fold(text, start, end, byShape, MAX_FOLDED, folded);
    }

    private boolean fold(CharSequence text, int start, int end, boolean byShape, int most, Chars folded) {
        plain.clear();
        int read = start;
        for (int i = start; i < end && plain.length() < most; ) {
            int c = text.charAt(i);
            if (Character.isHighSurrogate((char) c) && i + 1 < end && Character.isLowSurrogate(text.charAt(i + 1))) {
                c = Character.toCodePoint((char) c, text.charAt(i + 1));
            }
            i += Character.charCount(c);
            if (c < FIRST_DECOMPOSED) {
                plainLetter(c);
            } else {
                decomposed(c);
            }
            read = i;
        }
        for (int from = 0; from < plain.length() && folded.length() <= most; ) {
            int to = from;
            while (to < plain.length() && Character.isLetterOrDigit(plain.codePointAt(to))) {
                to += Character.charCount(plain.codePointAt(to));
            }
            if (to == from) {
                int sign = plain.codePointAt(from);
                folded.addCodePoint(sign);
                from += Character.charCount(sign);
            } else {
                word(from, to, byShape, most, folded);
                from = to;
            }
        }
        boolean isCut = read < end || folded.length() > most;
        folded.cut(Math.min(folded.length(), most));
        return isCut;
    }

    private void decomposed(int c) {
        // An acute accent that stands alone is typed for an apostrophe; decomposition would make it a blank.
        if (c == ACUTE) {
            return;
        }
        if (Hangul.is(c)) {
            for (int part = 0; part < Hangul.MOST_PARTS; part++) {
                int letter = Hangul.part(c, part);
                if (letter != 0) {
                    plainLetter(letter);
                }
            }
            return;
        }
        String parts = Decompositions.of(c);
        if (parts == null) {
            plainLetter(c);
            return;
        }
        for (int i = 0; i < parts.length(); ) {
            int part = parts.codePointAt(i);
            plainLetter(part);
            i += Character.charCount(part);
        }
    }

    /** Drops marks and hidden signs; brings a letter to lower case and to its plain form. */
    private void plainLetter(int c) {
        if (c >= 'a' && c <= 'z') {
            plain.add((char) c);
            return;
        }
        int last = plain.length() - 1;
        if (Kana.isVoicingMark(c) && last >= 0) {
            plain.set(last, (char) Kana.voiced(plain.charAt(last), c));
            return;
        }
        if (c == BREVE && last >= 0 && plain.charAt(last) == 'и') {
            plain.set(last, 'й');
            return;
        }
        switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.FORMAT,
                    Character.SURROGATE -> {}
            case Character.CONTROL -> plain.add(' ');
            default -> {
                if (Han.is(c)) {
                    plain.add(Han.simplified((char) c));
                    return;
                }
                int lower = CAPITALS.indexOf(c) >= 0 ? c : Character.toLowerCase(Character.toUpperCase(c));
                String letters = LETTERS.get(lower);
                if (Character.isDigit(c)) {
                    plain.add((char) ('0' + Character.digit(c, 10)));
                } else if (letters == null) {
                    plain.addCodePoint(lower);
                } else {
                    plain.add(letters);
                }
            }
        }
    }

    /** Whether a word of two alphabets is a Cyrillic one in which letters were typed on a Latin keyboard. */
    private boolean isCyrillic(int from, int to) {
        boolean own = false;
        for (int i = from; i < to; i++) {
            char c = plain.charAt(i);
            own |= CYRILLIC.has(c) && LIKE_LATIN.indexOf(c) < 0;
            if (!CYRILLIC.has(c) && !IN_CYRILLIC.has(c)) {
                return false;
            }
        }
        return own;
    }

    private void word(int from, int to, boolean byShape, int most, Chars folded) {
        boolean latin = false;
        boolean other = false;
        boolean shapes = byShape;
        for (int i = from; i < to; i += Character.charCount(plain.codePointAt(i))) {
            int c = plain.codePointAt(i);
            if (c >= 'a' && c <= 'z') {
                latin = true;
            } else if (LOOK_ALIKES.has(c) || CYRILLIC.has(c) || GREEK.has(c)) {
                other = true;
            }
            shapes &= LOOK_ALIKES.has(c);
        }
        boolean cyrillic = latin && other && !byShape && isCyrillic(from, to);
        for (int i = from; i < to && folded.length() <= most; i += Character.charCount(plain.codePointAt(i))) {
            int c = plain.codePointAt(i);
            String letters = null;
            if (cyrillic) {
                letters = IN_CYRILLIC.get(c);
            } else if ((latin && other) || shapes) {
                letters = LOOK_ALIKES.get(c);
            }
            if (letters == null) {
                letters = CYRILLIC.get(c);
            }
            if (letters == null) {
                letters = GREEK.get(c);
            }
            if (letters == null && c == 'ո' && i + 1 < to && plain.charAt(i + 1) == 'ւ') {
                letters = "u";
                i++;
            }
            if (letters == null && i == from && (c == 'ե' || c == 'ո')) {
                letters = c == 'ե' ? "ye" : "vo";
            }
            if (letters == null) {
                letters = ARMENIAN.get(c);
            }
            if (letters == null) {
                letters = GEORGIAN.get(c);
            }
            if (letters == null) {
                folded.addCodePoint(c);
            } else {
                folded.add(letters);
            }
        }
    }
}
