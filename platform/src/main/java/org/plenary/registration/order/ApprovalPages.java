package org.plenary.registration.order;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where staff see what somebody answered who wants a fee that needs approval, and decide. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/orders/{code}/approval")
@Requires(Permission.REGISTRATION_WRITE)
class ApprovalPages {
    private final ConferenceApi conferences;
    private final OrderQueries queries;
    private final Approving approving;
    private final Applications applications;
    private final Words words;

    ApprovalPages(
            ConferenceApi conferences,
            OrderQueries queries,
            Approving approving,
            Applications applications,
            Words words) {
        this.conferences = conferences;
        this.queries = queries;
        this.approving = approving;
        this.applications = applications;
        this.words = words;
    }

    /** Messages of pages. */
    @org.springframework.stereotype.Component("approvalWords")
    record Words(PageErrors errors, MessageSource messages) {
        String text(String key, Locale locale) {
            return messages.getMessage(key, null, locale);
        }
    }

    @GetMapping
    ModelAndView show(@PathVariable String conference, @PathVariable String code, Locale locale) {
        var found = conferences.bySlug(conference);
        var order = queries.open(found.id(), code, null, true);
        if (order.status() != OrderStatus.AWAITING_APPROVAL)
            return new ModelAndView("redirect:" + address(found, order));
        return page(found, order, Posted.empty(), Map.of(), locale);
    }

    @PostMapping
    ModelAndView decide(
            @PathVariable String conference,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var order = queries.open(found.id(), code, null, true);
        var posted = new Posted(values);
        var decision = new Approving.Decide(posted.get("decision"), posted.get("reason"), posted.get("message"));
        try {
            approving.decide(order.id(), decision);
        } catch (Problem.InvalidInput e) {
            return page(found, order, posted, words.errors().of(e, locale), locale);
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute(
                    "flash",
                    Flash.failure(
                            words.errors().of(e, locale).values().iterator().next()));
            return new ModelAndView("redirect:" + address(found, order));
        }
        redirect.addFlashAttribute(
                "flash",
                Flash.success(words.text(
                        decision.isApproval() ? "registration.approval.approved" : "registration.approval.rejected",
                        locale)));
        return new ModelAndView("redirect:" + address(found, order));
    }

    private ModelAndView page(
            ConferenceView conference, OrderRow order, Posted posted, Map<String, String> errors, Locale locale) {
        var view = new ModelAndView("registration/order-approval");
        view.addObject("slug", conference.slug());
        view.addObject("zone", conference.timeZone());
        view.addObject("order", queries.view(order.id()));
        view.addObject("applicants", applications.of(order, locale));
        view.addObject("form", posted);
        view.addObject(
                "decisions",
                List.of(
                        new Choice(
                                "approve",
                                words.text("registration.approval.approve", locale),
                                words.text("registration.approval.approve-help", locale)),
                        new Choice(
                                "reject",
                                words.text("registration.approval.reject", locale),
                                words.text("registration.approval.reject-help", locale))));
        if (errors.isEmpty()) return view;
        view.addObject("fieldErrors", errors);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private static String address(ConferenceView conference, OrderRow order) {
        return "/manage/conferences/" + conference.slug() + "/orders/" + order.code();
    }
}
