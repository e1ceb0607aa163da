package org.plenary.kernel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the texts of the first sheet of an Excel file; days are written 2027-05-14. */
final class XlsxRows {
    /** A small archive can hold a sheet that fills the memory. */
    private static final int MOST_BYTES_OF_A_PART = 64 * 1024 * 1024;

    private static final Set<String> PARTS =
            Set.of("xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml");

    /** The formats that Excel itself has for days and times. */
    private static final Set<Integer> DAYS = Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 57);

    private static final LocalDate FIRST_DAY = LocalDate.of(1899, 12, 30);
    private static final int MOST_COLUMNS = 200;

    private final int most;
    private final List<String> shared = new ArrayList<>();
    private final Set<Integer> dayStyles = new HashSet<>();

    private XlsxRows(int most) {
        this.most = most;
    }

    /** @throws IOException for what is no Excel file */
    static List<List<String>> of(byte[] content, int most) throws IOException {
        var parts = parts(content);
        var sheet = parts.get("xl/worksheets/sheet1.xml");
        if (sheet == null) throw new IOException("there is no sheet");
        try {
            var reading = new XlsxRows(most);
            if (parts.containsKey("xl/sharedStrings.xml")) reading.readShared(parts.get("xl/sharedStrings.xml"));
            if (parts.containsKey("xl/styles.xml")) reading.readStyles(parts.get("xl/styles.xml"));
            return reading.readSheet(sheet);
        } catch (XMLStreamException | NumberFormatException e) {
            throw new IOException(e);
        }
    }

    /** By the archive's table of contents: what is written as a stream does not say before how long its parts are. */
    private static Map<String, byte[]> parts(byte[] content) throws IOException {
        var parts = new HashMap<String, byte[]>();
        var file = Files.createTempFile("import", ".xlsx");
        try {
            Files.write(file, content);
            try (var zip = new ZipFile(file.toFile())) {
                for (var name : PARTS) {
                    var entry = zip.getEntry(name);
                    if (entry != null) parts.put(name, part(zip, entry));
                }
            }
        } finally {
            Files.delete(file);
        }
        return parts;
    }

    private static byte[] part(ZipFile zip, ZipEntry entry) throws IOException {
        try (var in = zip.getInputStream(entry)) {
            var part = in.readNBytes(MOST_BYTES_OF_A_PART);
            if (part.length == MOST_BYTES_OF_A_PART) throw new IOException("too large");
            return part;
        }
    }

    private static XMLStreamReader xml(byte[] part) throws XMLStreamException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new ByteArrayInputStream(part));
    }

    private void readShared(byte[] part) throws XMLStreamException {
        var xml = xml(part);
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("si"))
                text = new StringBuilder();
            // what is said of how to read a word is no part of it
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("rPh")) skip(xml, "rPh");
            else if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("t")) text.append(xml.getElementText());
            else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("si")) shared.add(text.toString());
        }
    }

    private static void skip(XMLStreamReader xml, String element) throws XMLStreamException {
        while (xml.hasNext())
            if (xml.next() == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals(element)) return;
    }

    private void readStyles(byte[] part) throws XMLStreamException {
        var xml = xml(part);
        var days = new HashSet<>(DAYS);
        var isInCells = false;
        var style = 0;
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("cellXfs")) isInCells = false;
            if (event != XMLStreamConstants.START_ELEMENT) continue;
            switch (xml.getLocalName()) {
                case "numFmt" -> {
                    var code = xml.getAttributeValue(null, "formatCode").replaceAll("\"[^\"]*\"|\\[[^]]*]", "");
                    if (code.contains("y") && code.contains("d")) days.add(number(xml, "numFmtId"));
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

    private List<List<String>> readSheet(byte[] part) throws XMLStreamException {
        var xml = xml(part);
        var rows = new ArrayList<List<String>>();
        while (xml.hasNext() && rows.size() < most) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) continue;
            if (xml.getLocalName().equals("row")) addRow(xml, rows);
            else if (xml.getLocalName().equals("c") && !rows.isEmpty()) cell(xml, rows.getLast());
        }
        return rows;
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
                    && (xml.getLocalName().equals("v") || xml.getLocalName().equals("t")))
                text.append(xml.getElementText());
        }
        if (at >= MOST_COLUMNS) return;
        while (row.size() <= at) row.add("");
        row.set(at, value(text.toString(), type, isDay));
    }

    private String value(String text, @org.jspecify.annotations.Nullable String type, boolean isDay) {
        if ("s".equals(type)) {
            var index = Integer.parseInt(text.strip());
            return index < shared.size() ? shared.get(index) : "";
        }
        if ("b".equals(type)) return text.equals("1") ? "true" : "false";
        if (type != null && !type.equals("n") || text.isBlank()) return text;
        if (isDay) return FIRST_DAY.plusDays((long) Double.parseDouble(text)).toString();
        // Excel writes whole numbers with a fraction of nothing now and then
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** {@code C7} is column 2; a cell without a place stands behind the one before. */
    private static int column(@org.jspecify.annotations.Nullable String place, int next) {
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
