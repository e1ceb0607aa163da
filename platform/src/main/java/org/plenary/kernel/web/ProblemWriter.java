package org.plenary.kernel.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plenary.kernel.Violation;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Problem details (RFC 9457) as the API answers them, for advice and for filters alike. */
@Component
public class ProblemWriter {
    private static final String TYPE = "https://plenary.example/problems/";

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    public void write(HttpServletResponse response, HttpStatus status, String code, String detail) throws IOException {
        write(response, status, code, detail, Map.of());
    }

    /** @param more members of this problem alone (RFC 9457, section 3.2) */
    public void write(HttpServletResponse response, HttpStatus status, String code, String detail, Map<String, ?> more)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        var body = body(status, code, detail, List.of());
        body.putAll(more);
        json.writeValue(response.getOutputStream(), body);
    }

    static Map<String, Object> body(HttpStatus status, String code, String detail, List<Violation> errors) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", TYPE + code);
        body.put("title", status.getReasonPhrase());
        body.put("status", status.value());
        body.put("detail", detail);
        body.put("code", code);
        if (!errors.isEmpty()) body.put("errors", errors);
        return body;
    }
}
