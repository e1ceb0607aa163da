package org.plenary.embedded.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A credit note as a PDF behind its link: one page, in the plainest way that a reader opens. */
final class CreditNotePage implements HttpHandler {
    static final String PATH = "/c/";

    private final Store store;

    CreditNotePage(Store store) {
        this.store = store;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestURI().getPath().substring(PATH.length());
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        ObjectNode note = store.findAnywhere(id)
                .filter(_ -> Ids.kind(id).equals("cn"))
                .filter(found -> query.equals("secret=" + Json.text(found, "_secret")))
                .orElseThrow(() -> StripeError.notFound("credit note", "id", id));
        exchange.getResponseHeaders()
                .set("Content-Disposition", "inline; filename=\"" + Json.text(note, "number") + ".pdf\"");
        Http.send(exchange, 200, "application/pdf", pdf(lines(note)));
    }

    private static List<String> lines(ObjectNode note) {
        String currency = Json.text(note, "currency");
        List<String> lines = new ArrayList<>();
        lines.add("SANDBOX - no money moves");
        lines.add("Credit note " + Json.text(note, "number"));
        for (JsonNode line : note.path("lines").path("data")) {
            lines.add(Json.text(line, "description") + ": " + Currencies.shown(Json.number(line, "amount"), currency));
        }
        for (JsonNode tax : note.path("total_taxes")) {
            lines.add("Tax: " + Currencies.shown(Json.number(tax, "amount"), currency));
        }
        lines.add("Total: " + Currencies.shown(Json.number(note, "total"), currency));
        lines.add(Json.text(note, "memo"));
        return lines;
    }

    private static String pdf(List<String> lines) {
        var text = new StringBuilder("BT /F1 12 Tf 72 770 Td 18 TL\n");
        for (String line : lines) {
            String plain = line.replaceAll("[^\\x20-\\x7e]", "?").replaceAll("[\\\\()]", "\\\\$0");
            text.append('(').append(plain).append(") Tj T*\n");
        }
        text.append("ET");
        String[] objects = {
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            "<</Length " + text.length() + ">>stream\n" + text + "\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
        };
        var file = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
        for (int i = 0; i < objects.length; i++) {
            table.append(String.format("%010d 00000 n \n", file.length()));
            file.append(i + 1).append(" 0 obj").append(objects[i]).append("endobj\n");
        }
        int at = file.toString().getBytes(StandardCharsets.US_ASCII).length;
        return file.append(table)
                .append("trailer<</Size 6/Root 1 0 R>>\nstartxref\n")
                .append(at)
                .append("\n%%EOF\n")
                .toString();
    }
}
