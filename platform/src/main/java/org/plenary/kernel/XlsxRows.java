package org.plenary.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads the texts of the first sheet of an Excel file; days are written 2027-05-14. */
final class XlsxRows {
    /** A small archive can hold a sheet that takes a long time to read. */
    private static final int MOST_BYTES_OF_A_PART = 64 * 1024 * 1024;

    /** Of the cells: each of a million may be the same long text, which stands in the file once. */
    private static final int MOST_TEXT = 20 * 1024 * 1024;

    private static final int MOST_SHARED = 1_000_000;
    private static final int LONGEST_FORMAT = 255;

    /** The formats that Excel itself has for days and times. */
    private static final Set<Integer> DAYS = Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 57);

    private static final LocalDate FIRST_DAY = LocalDate.of(1899, 12, 30);
    private static final int MOST_COLUMNS = 200;

    private final int most;
    private final List<String> shared = new ArrayList<>();
    private final Set<Integer> dayStyles = new HashSet<>();
    private int textOfCells;

    private XlsxRows(int most) {
        this.most = most;
    }

    /**
     * @throws IOException for what is no Excel file
     * @throws Problem.InvalidInput for one that holds too much
     */
    static List<List<String>> of(byte[] content, int most) throws IOException {
        // by the archive's table of contents: what is written as a stream does not say before how long its parts are
        var file = Files.createTempFile("import", ".xlsx");
        try {
            Files.write(file, content);
            try (var zip = new ZipFile(file.toFile())) {
                return new XlsxRows(most).read(zip);
            }
        } catch (XMLStreamException
                | MissingResourceException
                | NumberFormatException
                | DateTimeException
                | ArithmeticException e) {
            // the JDK's parser has no words for some of its errors

            throw new IOException(e);
        } finally {
            Files.delete(file);
        }
    }

    private List<List<String>> read(ZipFile zip) throws IOException, XMLStreamException {
        read(zip, "xl/sharedStrings.xml", this::readShared);
        read(zip, "xl/styles.xml", this::readStyles);
        var rows = new ArrayList<List<String>>();
        if (!read(zip, "xl/worksheets/sheet1.xml", xml -> readSheet(xml, rows)))
            throw new IOException("there is no sheet");
        return rows;
    }

    private interface Reading {
        void of(XMLStreamReader xml) throws XMLStreamException;
    }

    private static boolean read(ZipFile zip, String name, Reading reading) throws IOException, XMLStreamException {
        var entry = zip.getEntry(name);
        if (entry == null) return false;
        try (var part = new BoundedStream(zip.getInputStream(entry), MOST_BYTES_OF_A_PART, XlsxRows::refuse)) {
            var factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            reading.of(factory.createXMLStreamReader(part));
        }
        return true;
    }

    private static void refuse() {
        throw TableFile.tooLarge();
    }

    private void readShared(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("si"))
                text = new StringBuilder();
            // what is said of how to read a word is no part of it
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("rPh")) skip(xml, "rPh");
            else if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("t")) text.append(text(xml));
            else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("si")) {
                if (shared.size() == MOST_SHARED) throw TableFile.tooLarge();
                shared.add(text.toString());
            }
        }
    }

    /** As {@code getElementText}, but not of any length. */
    private static String text(XMLStreamReader xml) throws XMLStreamException {
        var text = new StringBuilder();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) throw new XMLStreamException("an element within a text");
            if (xml.hasText() && xml.getEventType() != XMLStreamConstants.COMMENT) text.append(xml.getText());
            if (text.length() > MOST_TEXT) throw TableFile.tooLarge();
        }
        return text.toString();
    }

    private static void skip(XMLStreamReader xml, String element) throws XMLStreamException {
        while (xml.hasNext())
            if (xml.next() == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals(element)) return;
    }

    private void readStyles(XMLStreamReader xml) throws XMLStreamException {
        var days = new HashSet<>(DAYS);
        var isInCells = false;
        var style = 0;
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("cellXfs")) isInCells = false;
            if (event != XMLStreamConstants.START_ELEMENT) continue;
            switch (xml.getLocalName()) {
                case "numFmt" -> {
                    if (isDay(xml.getAttributeValue(null, "formatCode"))) days.add(number(xml, "numFmtId"));
                }
                case "cellXfs" -> isInCells = true;
                case "xf" -> {
                    if (isInCells && days.contains(number(xml, "numFmtId"))) dayStyles.add(style);
                    if (isInCells) style++;
                }
                default -> {
                    // fonts and colours say nothing of the values
                }
            }
        }
    }

    private static boolean isDay(@Nullable String format) {
        if (format == null || format.length() > LONGEST_FORMAT) return false;
        var code = format.replaceAll("\"[^\"]*\"|\\[[^]]*]", "");
        return code.contains("y") && code.contains("d");
    }

    private void readSheet(XMLStreamReader xml, List<List<String>> rows) throws XMLStreamException {
        while (xml.hasNext() && rows.size() < most) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) continue;
            if (xml.getLocalName().equals("row")) addRow(xml, rows);
            else if (xml.getLocalName().equals("c") && !rows.isEmpty()) cell(xml, rows.getLast());
        }
    }

    /** Empty rows are not in the file; they are put in, so that rows keep their numbers. */
    private void addRow(XMLStreamReader xml, List<List<String>> rows) {
        var place = xml.getAttributeValue(null, "r");
        var number = place == null ? rows.size() + 1 : Integer.parseInt(place);
        while (rows.size() < Math.min(number, most) - 1) rows.add(List.of());
        rows.add(new ArrayList<>());
    }

    private void cell(XMLStreamReader xml, List<String> row) throws XMLStreamException {
        var at = column(xml.getAttributeValue(null, "r"), row.size());
        var type = xml.getAttributeValue(null, "t");
        var isDay = xml.getAttributeValue(null, "s") != null && dayStyles.contains(number(xml, "s"));
        var text = new StringBuilder();
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) break;
            if (event == XMLStreamConstants.START_ELEMENT
                    && (xml.getLocalName().equals("v") || xml.getLocalName().equals("t"))) text.append(text(xml));
        }
        if (at < 0 || at >= MOST_COLUMNS) return;
        while (row.size() <= at) row.add("");
        var value = value(text.toString(), type, isDay);
        textOfCells += value.length();
        if (textOfCells > MOST_TEXT) throw TableFile.tooLarge();
        row.set(at, value);
    }

    private String value(String text, @Nullable String type, boolean isDay) {
        if ("s".equals(type)) {
            var index = Integer.parseInt(text.strip());
            return index >= 0 && index < shared.size() ? shared.get(index) : "";
        }
        if ("b".equals(type)) return text.equals("1") ? "true" : "false";
        if (type != null && !type.equals("n") || text.isBlank()) return text;
        if (isDay) return FIRST_DAY.plusDays((long) Double.parseDouble(text)).toString();
        // Excel writes whole numbers with a fraction of nothing now and then
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** {@code C7} is column 2; a cell without a place stands behind the one before. */
    private static int column(@Nullable String place, int next) {
        if (place == null) return next;
        var column = 0;
        for (var i = 0; i < place.length() && Character.isLetter(place.charAt(i)) && column < 100_000; i++)
            column = column * 26 + (Character.toUpperCase(place.charAt(i)) - 'A' + 1);
        return column - 1;
    }

    /** Zero where it is not said, as the format has it. */
    private static int number(XMLStreamReader xml, String attribute) {
        var value = xml.getAttributeValue(null, attribute);
        return value == null ? 0 : Integer.parseInt(value);
    }
}
