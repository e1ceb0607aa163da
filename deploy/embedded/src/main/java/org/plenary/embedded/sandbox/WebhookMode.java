package org.plenary.embedded.sandbox;

import tools.jackson.databind.node.ObjectNode;

/** How deliveries are made to go wrong, set by the control page. Counters are for the next so many deliveries. */
final class WebhookMode {
    private boolean paused;
    private boolean reorder;
    private long delayMillis;
    private int drop;
    private int duplicate;
    private int wrongSecret;
    private int oldTimestamp;

    synchronized void set(Params params) {
        if (params.text("paused").isPresent()) {
            paused = params.flag("paused");
        }
        if (params.text("reorder").isPresent()) {
            reorder = params.flag("reorder");
        }
        params.number("delay_ms", 0).ifPresent(value -> delayMillis = value);
        params.number("drop", 0).ifPresent(value -> drop = value.intValue());
        params.number("duplicate", 0).ifPresent(value -> duplicate = value.intValue());
        params.number("wrong_secret", 0).ifPresent(value -> wrongSecret = value.intValue());
        params.number("old_timestamp", 0).ifPresent(value -> oldTimestamp = value.intValue());
    }

    synchronized void clear() {
        paused = false;
        reorder = false;
        delayMillis = 0;
        drop = 0;
        duplicate = 0;
        wrongSecret = 0;
        oldTimestamp = 0;
    }

    synchronized ObjectNode describe() {
        ObjectNode mode = Json.object();
        mode.put("paused", paused);
        mode.put("reorder", reorder);
        mode.put("delay_ms", delayMillis);
        mode.put("drop", drop);
        mode.put("duplicate", duplicate);
        mode.put("wrong_secret", wrongSecret);
        mode.put("old_timestamp", oldTimestamp);
        return mode;
    }

    synchronized boolean paused() {
        return paused;
    }

    synchronized boolean reorder() {
        return reorder;
    }

    synchronized long delayMillis() {
        return delayMillis;
    }

    synchronized boolean takeDrop() {
        return drop > 0 && drop-- > 0;
    }

    synchronized boolean takeDuplicate() {
        return duplicate > 0 && duplicate-- > 0;
    }

    synchronized boolean takeWrongSecret() {
        return wrongSecret > 0 && wrongSecret-- > 0;
    }

    synchronized boolean takeOldTimestamp() {
        return oldTimestamp > 0 && oldTimestamp-- > 0;
    }
}
