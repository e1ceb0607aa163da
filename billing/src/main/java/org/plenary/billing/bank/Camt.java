package org.plenary.billing.bank;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.plenary.kernel.TypedTime;

/**
 * Reads statements in ISO 20022: camt.053, and the reports and notices of 052 and 054, in any of their versions. Only booked money
 * that came in is taken; an entry that stands for several payments is as many lines. Document types and what they could bring in
 * from outside are refused.
 */
final class Camt {
    private static final int HEAD = 2000;
    private static final int MOST_BYTES = 20 * 1024 * 1024;
    private static final int MOST_LINES = 100_000;
    private static final int LONGEST_TEXT = 10_000;

    /** A statement of any version stays far below it. */
    private static final int DEEPEST = 50;

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}(\\.\\d{1,5})?");

    private final List<StatementLine> lines = new ArrayList<>();
    private final Deque<String> path = new ArrayDeque<>();
    private String account = "";
    private CamtEntry entry = new CamtEntry();
    private boolean isStatement;

    private Camt() {}

    /** Whether it is XML at all. */
    static boolean isXml(byte[] content) {
        var head = new String(content, 0, Math.min(content.length, HEAD), java.nio.charset.StandardCharsets.ISO_8859_1);
        return head.replace("\u00ef\u00bb\u00bf", "").stripLeading().startsWith("<");
    }

    /** @throws Problem.InvalidInput at {@code /file} */
    static List<StatementLine> read(byte[] content) {
        if (content.length > MOST_BYTES)
            throw new Problem.InvalidInput("/file", "too_large", "At most 20 MB.", Map.of("megabytes", 20));
        var camt = new Camt();
        try {
            var reader = factory().createXMLStreamReader(new ByteArrayInputStream(content));
            camt.read(reader);
        } catch (XMLStreamException
                | MissingResourceException
                | ArithmeticException
                | IllegalArgumentException
                | DateTimeParseException e) {
            // the JDK's parser has no words for some of its errors

            throw new Problem.InvalidInput("/file", "malformed_statement", "This is not a statement that we can read.");
        }
        if (!camt.isStatement)
            throw new Problem.InvalidInput("/file", "malformed_statement", "This is not a statement that we can read.");
        return camt.lines;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private void read(XMLStreamReader reader) throws XMLStreamException {
        var text = new StringBuilder();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD -> throw new XMLStreamException("a statement has no document type");
                case XMLStreamConstants.START_ELEMENT -> {
                    text.setLength(0);
                    start(reader);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    text.append(reader.getText());
                    if (text.length() > LONGEST_TEXT) throw new XMLStreamException("a text without an end");
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    end(text.toString().strip());
                    text.setLength(0);
                }
                default -> {}
            }
        }
    }

    private void start(XMLStreamReader reader) throws XMLStreamException {
        if (path.size() == DEEPEST) throw new XMLStreamException("a statement is not as deep");
        var name = reader.getLocalName();
        path.addLast(name);
        switch (name) {
            case "BkToCstmrStmt", "BkToCstmrAcctRpt", "BkToCstmrDbtCdtNtfctn" -> isStatement = true;
            case "Stmt", "Rpt", "Ntfctn" -> account = "";
            case "Ntry" -> entry = new CamtEntry();
            case "TxDtls" -> entry.begin();
            case "Amt" -> entry.currency(reader.getAttributeValue(null, "Ccy"));
            default -> {}
        }
    }

    private void end(String text) {
        var where = String.join("/", path);
        var name = path.removeLast();
        if (where.contains("/Ntry/") || name.equals("Ntry")) inEntry(where.substring(where.indexOf("/Ntry") + 1), text);
        else if (where.endsWith("/Acct/Id/IBAN") || where.endsWith("/Acct/Id/Othr/Id")) account = text;
    }

    private void inEntry(String where, String text) {
        if (where.equals("Ntry")) {
            lines.addAll(entry.lines(account));
            if (lines.size() > MOST_LINES) throw new IllegalArgumentException("more lines than a statement has");
        } else if (!text.isEmpty()) entry.put(where.substring("Ntry/".length()), text);
    }

    /** As the standard writes it: a power of ten would be a number of a thousand million digits. */
    static BigDecimal amount(@Nullable String text) {
        if (text == null || !AMOUNT.matcher(text).matches())
            throw new IllegalArgumentException("an entry without an amount that is one");
        return new BigDecimal(text);
    }

    /** A day, or the day of a moment. */
    static LocalDate day(String text) {
        return TypedTime.day(text.length() > 10 ? text.substring(0, 10) : text);
    }
}
