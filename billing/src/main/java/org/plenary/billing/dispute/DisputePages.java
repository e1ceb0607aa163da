package org.plenary.billing.dispute;

import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.billing.stripe.StripeRefused;
import org.plenary.billing.stripe.StripeUnavailable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The organizer's disputes: what they are about, until when, and the answer. */
@Controller
@TenantHost
@RequestMapping(DisputePages.PATH)
class DisputePages {
    static final String PATH = "/manage/billing/disputes";
    private static final int LATEST = 100;
    private static final int LONGEST = 5000;
    private static final Set<String> REASONS = Set.of(
            "credit_not_processed",
            "duplicate",
            "fraudulent",
            "product_not_received",
            "product_unacceptable",
            "subscription_canceled",
            "unrecognized");
    private static final Set<String> STATES = Set.of("needs_response", "under_review", "won", "lost");

    private final DisputeRows rows;
    private final Evidence evidence;
    private final DisputeAnswers answering;
    private final MessageSource messages;

    DisputePages(DisputeRows rows, Evidence evidence, DisputeAnswers answering, MessageSource messages) {
        this.rows = rows;
        this.evidence = evidence;
        this.answering = answering;
        this.messages = messages;
    }

    record Line(DisputeRow dispute, String reason, String state, String tone) {}

    @GetMapping
    @Requires(Permission.BILLING_READ)
    ModelAndView list(Locale locale) {
        return new ModelAndView("billing/disputes")
                .addObject("zone", Tenancy.require().timeZone())
                .addObject(
                        "lines",
                        rows.latest(LATEST).stream()
                                .map(row -> line(row, locale))
                                .toList());
    }

    @GetMapping("/{id}")
    @Requires(Permission.BILLING_READ)
    ModelAndView show(@PathVariable UUID id, Locale locale) {
        return page(found(id), "", Map.of(), locale);
    }

    @PostMapping("/{id}/evidence")
    @Requires(Permission.BILLING_WRITE)
    ModelAndView contest(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) @Nullable MultipartFile communication,
            @RequestParam(required = false) @Nullable MultipartFile service,
            @RequestParam(required = false) @Nullable MultipartFile other,
            Locale locale,
            RedirectAttributes redirect)
            throws IOException {
        if (words.length() > LONGEST) {
            var view =
                    page(found(id), words, Map.of("words", text("billing.dispute.too-long", locale, LONGEST)), locale);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        var files = new EnumMap<EvidenceFiles.Kind, EvidenceFiles.Sent>(EvidenceFiles.Kind.class);
        put(files, EvidenceFiles.Kind.COMMUNICATION, communication);
        put(files, EvidenceFiles.Kind.SERVICE, service);
        put(files, EvidenceFiles.Kind.OTHER, other);
        var wrong = EvidenceFiles.wrong(files);
        if (!wrong.isEmpty()) {
            var errors = new LinkedHashMap<String, String>();
            wrong.forEach((kind, key) -> errors.put(kind.wire(), text("billing.dispute.file." + key, locale)));
            var view = page(found(id), words, errors, locale);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        return answered(
                id, () -> answering.contest(id, words.strip(), files), "billing.dispute.sent", locale, redirect);
    }

    private static void put(
            Map<EvidenceFiles.Kind, EvidenceFiles.Sent> files, EvidenceFiles.Kind kind, @Nullable MultipartFile file)
            throws IOException {
        if (file == null || file.isEmpty()) return;
        var name = file.getOriginalFilename();
        files.put(kind, new EvidenceFiles.Sent(name == null ? "" : name, file.getBytes()));
    }

    @PostMapping("/{id}/acceptance")
    @Requires(Permission.BILLING_WRITE)
    ModelAndView accept(@PathVariable UUID id, Locale locale, RedirectAttributes redirect) {
        return answered(id, () -> answering.accept(id), "billing.dispute.accepted", locale, redirect);
    }

    private ModelAndView answered(UUID id, Runnable answer, String said, Locale locale, RedirectAttributes redirect) {
        Flash flash;
        try {
            answer.run();
            flash = Flash.success(text(said, locale));
        } catch (Problem.Conflict e) {
            flash = Flash.failure(text("billing.dispute.answered-before", locale));
        } catch (StripeUnavailable | StripeRefused e) {
            flash = Flash.warning(text("billing.dispute.later", locale));
        }
        redirect.addFlashAttribute("flash", flash);
        return new ModelAndView("redirect:" + PATH + "/" + id);
    }

    private DisputeRow found(UUID id) {
        return rows.find(id).orElseThrow(() -> new Problem.NotFound("This dispute"));
    }

    private ModelAndView page(DisputeRow row, String words, Map<String, String> errors, Locale locale) {
        var view = new ModelAndView("billing/dispute")
                .addObject("zone", Tenancy.require().timeZone())
                .addObject("line", line(row, locale))
                .addObject("facts", evidence.facts(row))
                .addObject("documents", evidence.documents(row))
                .addObject("words", words);
        if (!errors.isEmpty()) view.addObject("fieldErrors", errors);
        return view;
    }

    private Line line(DisputeRow row, Locale locale) {
        return new Line(row, reason(row.reason(), locale), state(row.status(), locale), tone(row.status()));
    }

    private String reason(String reason, Locale locale) {
        return REASONS.contains(reason)
                ? text("billing.dispute.reason." + reason, locale)
                : text("billing.dispute.reason.other", locale, reason);
    }

    private String state(String status, Locale locale) {
        return STATES.contains(status)
                ? text("billing.dispute.state." + status, locale)
                : text("billing.dispute.state.other", locale, status);
    }

    private static String tone(String status) {
        return switch (status) {
            case "won" -> "good";
            case "lost" -> "bad";
            case "needs_response" -> "waiting";
            default -> "news";
        };
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
