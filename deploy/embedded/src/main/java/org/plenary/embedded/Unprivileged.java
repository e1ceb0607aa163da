package org.plenary.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Elasticsearch refuses to run as root, so root starts it under another user id. */
final class Unprivileged {

    /** Ids inside a namespace of the process' own; outside it stays root, so that no file has to change its owner. */
    private static final List<String> NAMESPACE = List.of("unshare", "-U", "--map-user=1000", "--map-group=1000");

    private static final String NOBODY = "65534";

    private Unprivileged() {}

    /** What to put before a command that has to write into the given folder; empty when we are not root. */
    static List<String> prefix(Path folder) throws IOException, InterruptedException {
        if (new UnixSystem().getUid() != 0) {
            return List.of();
        }
        var probe = new ArrayList<>(NAMESPACE);
        probe.add("true");
        if (succeeds(probe)) {
            return NAMESPACE;
        }
        if (!succeeds(List.of("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()))) {
            throw new IOException("Cannot hand " + folder + " over to an unprivileged user");
        }
        return List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--");
    }

    private static boolean succeeds(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
