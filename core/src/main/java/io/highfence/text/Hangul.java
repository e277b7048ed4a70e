package io.highfence.text;

/**
 * Hangul in Latin letters, in the ways that lists write it: the revised romanisation of the South; McCune and Reischauer's without
 * marks, which the North's names follow; and the spellings that people of the South choose. Surnames have spellings of their own.
 */
final class Hangul {
    /** How it is romanised. */
    enum Way {
        REVISED(0),
        NORTHERN(1),
        CUSTOMARY(2);

        private final int column;

        Way(int column) {
            this.column = column;
        }
    }

    private static final int FIRST = 0xAC00;
    private static final int LAST = 0xD7A3;
    private static final int FIRST_INITIAL = 0x1100;
    private static final int FIRST_VOWEL = 0x1161;
    private static final int BEFORE_FIRST_FINAL = 0x11A7;

    /** The most letters of a syllable. */
    static final int MOST_PARTS = 3;

    private static final int VOWELS = 21;
    private static final int FINALS = 28;

    private static final String[][] INITIAL = {
        "g,kk,n,d,tt,r,m,b,pp,s,ss,,j,jj,ch,k,t,p,h".split(",", -1),
        "k,kk,n,t,tt,r,m,p,pp,s,ss,,ch,tch,ch,k,t,p,h".split(",", -1),
        "k,kk,n,d,tt,r,m,b,pp,s,ss,,j,jj,ch,k,t,p,h".split(",", -1)
    };
    private static final String[][] VOWEL = {
        "a,ae,ya,yae,eo,e,yeo,ye,o,wa,wae,oe,yo,u,wo,we,wi,yu,eu,ui,i".split(",", -1),
        "a,ae,ya,yae,o,e,yo,ye,o,wa,wae,oe,yo,u,wo,we,wi,yu,u,ui,i".split(",", -1),
        "a,ae,ya,yae,u,e,yu,ye,o,wa,wae,oe,yo,oo,wo,we,wi,yoo,eu,ee,i".split(",", -1)
    };
    private static final String[] FINAL = ",k,k,k,n,n,n,t,l,k,m,l,l,l,p,l,m,p,p,t,t,ng,t,t,k,t,p,t".split(",", -1);

    private static final int NO_CONSONANT = 11;
    private static final int U = 13;

    private static final String[] NO_SURNAME = {};
    private static final String[][] SURNAMES = new String[LAST - FIRST + 1][];

    static {
        for (String row :
                ("김 kim;이 lee ri yi;리 ri lee;박 park pak;최 choi choe;정 jung chung jeong chong jong;강 kang gang;조 cho jo;윤 yoon yun;장 jang chang;"
                                + "임 lim im;림 rim lim;오 oh o;한 han;신 shin sin;서 seo so;권 kwon;황 hwang;안 an ahn;송 song;류 ryu;유 yoo yu;"
                                + "홍 hong;문 moon mun;양 yang;량 ryang;손 son;배 bae pae;백 baek paek;허 heo ho;남 nam;심 shim sim;노 roh no;로 ro;"
                                + "하 ha;곽 kwak;성 sung song;차 cha;주 joo chu;우 woo u;구 koo ku;전 jeon chon;민 min;진 jin chin;지 ji chi;현 hyun hyon;"
                                + "변 byun pyon;원 won;방 bang pang;태 thae tae;렴 ryom;염 yeom yom;라 ra;나 na")
                        .split(";", -1)) {
            SURNAMES[row.charAt(0) - FIRST] = row.substring(2).split(" ", -1);
        }
    }

    private Hangul() {}

    static boolean is(int c) {
        return c >= FIRST && c <= LAST;
    }

    /** A letter that a syllable is made of: the first consonant, the vowel, or the last consonant, which may be none: 0. */
    static int part(int syllable, int which) {
        int index = syllable - FIRST;
        int last = index % FINALS;
        return switch (which) {
            case 0 -> FIRST_INITIAL + index / (VOWELS * FINALS);
            case 1 -> FIRST_VOWEL + index / FINALS % VOWELS;
            default -> last == 0 ? 0 : BEFORE_FIRST_FINAL + last;
        };
    }

    /** The syllable that a letter makes with what stands before it; 0 if they make none. */
    static char compose(char before, char letter) {
        int initial = before - FIRST_INITIAL;
        int vowel = letter - FIRST_VOWEL;
        if (initial >= 0 && initial < INITIAL[0].length && vowel >= 0 && vowel < VOWELS) {
            return (char) (FIRST + (initial * VOWELS + vowel) * FINALS);
        }
        int last = letter - BEFORE_FIRST_FINAL;
        boolean open = is(before) && (before - FIRST) % FINALS == 0;
        return open && last > 0 && last < FINALS ? (char) (before + last) : 0;
    }

    /** The usual spellings of a surname, or none. Not to be changed. */
    static String[] surname(char syllable) {
        String[] known = is(syllable) ? SURNAMES[syllable - FIRST] : null;
        return known == null ? NO_SURNAME : known;
    }

    /** Appends syllables in Latin letters. */
    static void latin(CharSequence syllables, int from, int to, Way way, Chars latin) {
        boolean open = false;
        for (int i = from; i < to; i++) {
            int index = syllables.charAt(i) - FIRST;
            int first = index / (VOWELS * FINALS);
            int vowel = index / FINALS % VOWELS;
            int last = index % FINALS;
            latin.add(way == Way.NORTHERN && open ? voiced(first) : INITIAL[way.column][first]);
            // People write Woo for the bare vowel.
            if (way == Way.CUSTOMARY && first == NO_CONSONANT && vowel == U) {
                latin.add('w');
            }
            latin.add(VOWEL[way.column][vowel]).add(FINAL[last]);
            open = last == 0
                    || FINAL[last].equals("n")
                    || FINAL[last].equals("ng")
                    || FINAL[last].equals("m")
                    || FINAL[last].equals("l");
        }
    }

    /** Between voiced sounds McCune and Reischauer write the plain consonants voiced, the aspirated ones not. */
    private static String voiced(int initial) {
        return switch (initial) {
            case 0 -> "g";
            case 3 -> "d";
            case 7 -> "b";
            case 12 -> "j";
            default -> INITIAL[Way.NORTHERN.column][initial];
        };
    }
}
