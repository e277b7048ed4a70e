package io.highfence.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    /** Between voiced sounds McCune and Reischauer write the plain consonants voiced, the aspirated ones not. */
    private static final Map<Integer, String> VOICED = Map.of(0, "g", 3, "d", 7, "b", 12, "j");

    private static final int NO_CONSONANT = 11;
    private static final int U = 13;

    private static final Map<String, List<String>> SURNAMES = new HashMap<>();

    static {
        for (String row :
                ("김 kim;이 lee ri yi;리 ri lee;박 park pak;최 choi choe;정 jung chung jeong chong jong;강 kang gang;조 cho jo;윤 yoon yun;장 jang chang;"
                                + "임 lim im;림 rim lim;오 oh o;한 han;신 shin sin;서 seo so;권 kwon;황 hwang;안 an ahn;송 song;류 ryu;유 yoo yu;"
                                + "홍 hong;문 moon mun;양 yang;량 ryang;손 son;배 bae pae;백 baek paek;허 heo ho;남 nam;심 shim sim;노 roh no;로 ro;"
                                + "하 ha;곽 kwak;성 sung song;차 cha;주 joo chu;우 woo u;구 koo ku;전 jeon chon;민 min;진 jin chin;지 ji chi;현 hyun hyon;"
                                + "변 byun pyon;원 won;방 bang pang;태 thae tae;렴 ryom;염 yeom yom;라 ra;나 na")
                        .split(";", -1)) {
            List<String> cells = List.of(row.split(" ", -1));
            SURNAMES.put(cells.get(0), cells.subList(1, cells.size()));
        }
    }

    private Hangul() {}

    static boolean is(int c) {
        return c >= FIRST && c <= LAST;
    }

    /** The usual spellings of a surname, or none. */
    static List<String> surname(String syllable) {
        return SURNAMES.getOrDefault(syllable, List.of());
    }

    /** Syllables in Latin letters. */
    static String latin(CharSequence syllables, Way way) {
        StringBuilder latin = new StringBuilder();
        boolean open = false;
        for (int i = 0; i < syllables.length(); i++) {
            int index = syllables.charAt(i) - FIRST;
            int first = index / (VOWELS * FINALS);
            int vowel = index / FINALS % VOWELS;
            int last = index % FINALS;
            String initial = INITIAL[way.column][first];
            latin.append(way == Way.NORTHERN && open ? VOICED.getOrDefault(first, initial) : initial);
            // People write Woo for the bare vowel.
            latin.append(way == Way.CUSTOMARY && first == NO_CONSONANT && vowel == U ? "w" : "");
            latin.append(VOWEL[way.column][vowel]);
            latin.append(FINAL[last]);
            open = last == 0
                    || FINAL[last].equals("n")
                    || FINAL[last].equals("ng")
                    || FINAL[last].equals("m")
                    || FINAL[last].equals("l");
        }
        return latin.toString();
    }
}
