package org.plenary.embedded.sandbox;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.node.ObjectNode;

/** Files that speak for a payment. What is in them is looked at once, for its kind, and not kept. */
final class Files {
    static final Params.Known CREATE = Params.Known.of("file", "purpose").notSimulated("file_link_data");

    private static final String EVIDENCE = "dispute_evidence";
    private static final int LARGEST = 5_000_000;

    private final Store store;
    private final SandboxClock clock;
    private final Events events;

    Files(Store store, SandboxClock clock, Events events) {
        this.store = store;
        this.clock = clock;
        this.events = events;
    }

    ObjectNode create(Call call) {
        String purpose = call.params().required("purpose");
        if (!purpose.equals(EVIDENCE)) {
            throw StripeError.unsupported(
                    "purpose", "The card sandbox takes files of the purpose dispute_evidence only.");
        }
        Upload upload = call.params().upload();
        if (upload == null) {
            throw StripeError.missing("file");
        }
        if (upload.content().length > LARGEST) {
            throw StripeError.refused("file_too_large", "file", "The file is larger than 5 MB.");
        }
        ObjectNode file = Json.shape("file");
        String id = Ids.next("file_1");
        file.put("id", id);
        file.put("created", clock.seconds());
        file.put("filename", upload.name());
        Json.child(file, "links").put("url", "/v1/file_links?file=" + id);
        file.put("purpose", purpose);
        file.put("size", upload.content().length);
        file.put("type", type(upload.content()));
        file.put("url", "https://files.stripe.com/v1/files/" + id + "/contents");
        store.put(call.account(), file);
        events.emit(call.account(), "file.created", file, call);
        return file;
    }

    private static String type(byte[] content) {
        String start = new String(content, 0, Math.min(8, content.length), StandardCharsets.ISO_8859_1);
        if (start.startsWith("%PDF-")) {
            return "pdf";
        }
        if (start.startsWith("\u0089PNG")) {
            return "png";
        }
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return "jpg";
        }
        throw StripeError.refused("invalid_file_type", "file", "Evidence is a PDF, a PNG or a JPEG file.");
    }

    /** The file that evidence names. */
    static void require(Store store, String account, String id, String param) {
        boolean known = store.find(account, id)
                .filter(file -> Json.text(file, "purpose").equals(EVIDENCE))
                .isPresent();
        if (!known) {
            throw StripeError.notFound("file upload", param, id);
        }
    }
}
