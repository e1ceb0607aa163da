package org.plenary.admin.signup;

import java.util.List;
import java.util.stream.Stream;
import org.plenary.kernel.web.Step;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of one sign-up shows. */
@Component
class ProgressView {
    /** For those without JavaScript, who load the whole page anew. */
    private static final int RELOAD_SECONDS = 2;

    /** The operator may have it tried again. */
    private static final int RELOAD_FAILED_SECONDS = 30;

    private static final int LAST = SignupStep.READY.ordinal();

    private final MessageSource messages;

    ProgressView(MessageSource messages) {
        this.messages = messages;
    }

    /** @param detail what is being done now */
    record Progress(int done, int total, String detail, String here, String enter) {}

    String show(Signup signup, Model model) {
        model.addAttribute("signup", signup);
        model.addAttribute("steps", steps());
        model.addAttribute("stepNow", stepNow(signup));
        return switch (signup.status()) {
            case VERIFYING_EMAIL -> "admin/signup-code";
            case PROVISIONING, READY -> {
                var progress = progress(signup);
                model.addAttribute("progress", progress);
                var target = signup.status() == SignupStatus.READY ? ";url=" + progress.enter() : "";
                model.addAttribute("refreshSeconds", RELOAD_SECONDS + target);
                yield "admin/signup-progress";
            }
            case FAILED -> {
                if (signup.tenant() != null) model.addAttribute("refreshSeconds", RELOAD_FAILED_SECONDS);
                model.addAttribute("problemText", text(SignupBodies.textOf(problem(signup))));
                yield "admin/signup-failed";
            }
        };
    }

    private static String problem(Signup signup) {
        return signup.problem() == null ? "provisioning_failed" : signup.problem();
    }

    private Progress progress(Signup signup) {
        var here = "/signup/" + signup.id();
        var key = signup.failures() > 0 && signup.status() == SignupStatus.PROVISIONING
                ? "admin.signup.progress-again"
                : "admin.signup.progress-" + signup.step().name().toLowerCase(java.util.Locale.ROOT);
        return new Progress(signup.step().ordinal(), LAST, text(key), here, here + "/enter");
    }

    private List<Step> steps() {
        return Stream.of("details", "code", "making", "ready")
                .map(step -> new Step(text("admin.signup.step-" + step)))
                .toList();
    }

    private static int stepNow(Signup signup) {
        return switch (signup.status()) {
            case VERIFYING_EMAIL -> 1;
            case PROVISIONING -> 2;
            case READY -> 3;
            case FAILED -> signup.tenant() == null ? 1 : 2;
        };
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
