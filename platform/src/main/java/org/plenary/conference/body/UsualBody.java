package org.plenary.conference.body;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The bodies with which a conference usually begins: a leading group, its office and five departments. Of each duty a letter says
 * what the seven have to do with it, in the order in which they stand here: responsible, accountable, consulted, informed.
 */
enum UsualBody {
    LEADING_GROUP(BodyType.LEADING_GROUP, "organizing_committee", "ARCCCCC", "ARCCCCC", "ACRIIII"),
    OFFICE(BodyType.OFFICE, "secretariat", "ARCCCCC", "ARCRCCC", "IA---CR", "-ARICIC", "IACCCC-", "IACCCCC", "IACCCCC"),
    HR(BodyType.HR, "hr", "ICAIIII", "-IA-CCI"),
    FINANCE(BodyType.FINANCE, "finance", "ICIAIII", "-C-A-C-", "ICIAIII"),
    SECURITY(BodyType.SECURITY, "security", "ICCIACI", "-CC-A--"),
    IT(BodyType.IT, "it", "ICI-CAC", "-C--IAC"),
    PUBLICITY(BodyType.PUBLICITY, "publicity", "ICII-CA", "-C---RA");

    private final BodyType type;
    private final String role;
    private final List<String> duties;

    UsualBody(BodyType type, String role, String... duties) {
        this.type = type;
        this.role = role;
        this.duties = List.of(duties);
    }

    BodyType type() {
        return type;
    }

    String role() {
        return role;
    }

    /** The last parts of its duties' message keys: {@code office-a}, {@code office-b} and so on. */
    List<String> duties() {
        return IntStream.range(0, duties.size())
                .mapToObj(n -> type.messageKey() + "-" + (char) ('a' + n))
                .toList();
    }

    /** What the seven have to do with one of its duties. */
    Map<BodyType, Raci> raci(int duty) {
        var raci = new EnumMap<BodyType, Raci>(BodyType.class);
        for (var body : values())
            Raci.ofLetter(duties.get(duty).substring(body.ordinal(), body.ordinal() + 1))
                    .ifPresent(letter -> raci.put(body.type, letter));
        return raci;
    }
}
