package org.plenary.kernel.web;

import tools.jackson.databind.json.JsonMapper;

public final class ProblemWriterForTests {
    private ProblemWriterForTests() {}

    public static ProblemWriter create() {
        return new ProblemWriter(new JsonMapper());
    }
}
