package org.plenary.registration.payway;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** International bank account numbers, ISO 13616. */
public final class Iban {
    private static final int HEAD = 4;
    private static final int GROUP = 4;
    private static final int LONGEST = 34;
    private static final int SHORTEST = 15;
    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    /** How long those of a country are, by the registry of SWIFT; of others only the check digits are looked at. */
    private static final Map<String, Integer> LENGTHS =
            lengths("15:NO 16:BE 18:DK,FI,FO,GL,NL,FK,SD 19:MK,SI 20:AT,BA,EE,KZ,LT,LU,XK,MN "
                    + "21:CH,HR,LI,LV 22:BG,BH,CR,DE,GB,GE,IE,ME,RS,VA 23:AE,GI,IL,IQ,OM,SO,TL "
                    + "24:AD,CZ,ES,MD,PK,RO,SA,SE,SK,TN,VG 25:LY,PT,ST 26:IS,TR 27:BI,DJ,FR,GR,IT,MC,MR,SM "
                    + "28:AL,AZ,BY,CY,DO,GT,HN,HU,LB,NI,PL,SV 29:BR,EG,PS,QA,UA 30:JO,KW,MU,YE 31:MT,SC 32:LC 33:RU");

    private Iban() {}

    /** Without spaces, in capitals. */
    static String plain(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    static boolean isValid(String plain) {
        if (!plain.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{" + (SHORTEST - HEAD) + "," + (LONGEST - HEAD) + "}"))
            return false;
        var length = LENGTHS.get(plain.substring(0, 2));
        if (length != null && length != plain.length()) return false;
        var digits = new StringBuilder();
        for (var c : (plain.substring(HEAD) + plain.substring(0, HEAD)).toCharArray())
            digits.append(Character.getNumericValue(c));
        return new BigInteger(digits.toString()).mod(MODULUS).equals(BigInteger.ONE);
    }

    /** In groups of four. */
    public static String printed(String plain) {
        return plain.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
    }

    private static Map<String, Integer> lengths(String table) {
        var lengths = new HashMap<String, Integer>();
        for (var part : table.split(" ", -1)) {
            var split = part.split(":", -1);
            for (var country : split[1].split(",", -1)) lengths.put(country, Integer.valueOf(split[0]));
        }
        return Map.copyOf(lengths);
    }
}
