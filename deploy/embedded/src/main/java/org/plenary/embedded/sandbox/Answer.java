package org.plenary.embedded.sandbox;

import tools.jackson.databind.node.ObjectNode;

/**
 * What the API answers.
 *
 * @param replayed whether it is the remembered answer to an earlier call
 */
record Answer(int status, ObjectNode body, boolean replayed) {

    static Answer of(ObjectNode body) {
        return new Answer(200, body, false);
    }
}
