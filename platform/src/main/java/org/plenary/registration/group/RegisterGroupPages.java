package org.plenary.registration.group;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.registration.TypedBefore;
import org.plenary.registration.order.GroupOrdering;
import org.plenary.registration.order.OrderStatus;
import org.plenary.registration.order.Ordering;
import org.plenary.registration.order.PayingWays;
import org.plenary.registration.order.PlaceGroup;
import org.plenary.registration.order.Quote;
import org.plenary.tenancy.TenantHost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which a coordinator registers a group: how many of each fee, and the rooms and tours; the names come later. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/register/group")
class RegisterGroupPages {
    private final ConferenceApi conferences;
    private final GroupSettings settings;
    private final GroupOffer offer;
    private final GroupCheckout checkout;
    private final PageErrors errors;

    RegisterGroupPages(
            ConferenceApi conferences,
            GroupSettings settings,
            GroupOffer offer,
            GroupCheckout checkout,
            PageErrors errors) {
        this.conferences = conferences;
        this.settings = settings;
        this.offer = offer;
        this.checkout = checkout;
        this.errors = errors;
    }

    private record Opened(ConferenceView conference, GroupRules rules, GroupForm form) {}

    /** @throws Problem.NotFound where groups are not taken */
    private Opened open(String slug, Posted posted, Locale locale) {
        var conference = conferences.visible(slug);
        var rules = settings.of(conference.id());
        if (!rules.allowed()) throw new Problem.NotFound("This page");
        return new Opened(
                conference,
                rules,
                new GroupForm(posted, offer.fees(conference, rules, locale), offer.wishes(conference, posted)));
    }

    @GetMapping
    ModelAndView blank(
            @PathVariable String conference,
            @RequestAttribute(name = TypedBefore.ATTRIBUTE, required = false) @Nullable TypedBefore typed,
            Locale locale) {
        var posted = typed == null ? Posted.empty() : new Posted(typed.values());
        return page(open(conference, posted, locale), Map.of(), locale);
    }

    /** Places the order, or draws the page again when its update button was pressed. */
    @PostMapping
    ModelAndView place(
            @PathVariable String conference, @RequestParam MultiValueMap<String, String> values, Locale locale) {
        var opened = open(conference, new Posted(values), locale);
        if (opened.form().posted().has("update")) return page(opened, Map.of(), locale);
        try {
            var group = opened.form().group(opened.conference(), locale);
            opened.form().posted().throwIfWrong();
            return new ModelAndView("redirect:"
                    + checkout.placeAndPay(
                            opened.conference(), group, opened.rules().most()));
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            var view = page(opened, offer.withoutFees(errors.of(e, locale)), locale);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
    }

    /** The price so far. */
    @PostMapping("/quote")
    ModelAndView quote(
            @PathVariable String conference, @RequestParam MultiValueMap<String, String> values, Locale locale) {
        var opened = open(conference, new Posted(values), locale);
        return new ModelAndView("registration/group-register :: quote")
                .addObject("quote", checkout.preview(opened.conference(), opened.form(), opened.rules(), locale));
    }

    private ModelAndView page(Opened opened, Map<String, String> wrong, Locale locale) {
        var conference = opened.conference();
        var view = new ModelAndView("registration/group-register")
                .addObject("slug", conference.slug())
                .addObject("name", conference.name().in(locale))
                .addObject("open", offer.isOpen(conference))
                .addObject("form", opened.form().posted())
                .addObject("fees", opened.form().fees())
                .addObject("parts", offer.drawn(conference, opened.form(), locale))
                .addObject("most", opened.rules().most())
                .addObject("until", opened.rules().lastDay(conference))
                .addObject("donations", offer.acceptsDonations(conference))
                .addObject("currency", conference.currency().getCode())
                .addObject("reverseCharge", offer.asksVatId(conference))
                .addObject("waysToPay", checkout.waysToPay(conference, locale))
                .addObject("countries", offer.countries(locale))
                .addObject("quote", checkout.preview(conference, opened.form(), opened.rules(), locale));
        if (!wrong.isEmpty()) view.addObject("fieldErrors", wrong);
        return view;
    }

    /** Places the orders of groups for pages. */
    @Component
    static class GroupCheckout {
        private static final Logger LOG = LoggerFactory.getLogger(GroupCheckout.class);

        private final GroupOrdering ordering;
        private final PayingWays paying;

        GroupCheckout(GroupOrdering ordering, PayingWays paying) {
            this.ordering = ordering;
            this.paying = paying;
        }

        Quote preview(ConferenceView conference, GroupForm form, GroupRules rules, Locale locale) {
            return ordering.preview(conference, form.group(conference, locale), locale, rules.most());
        }

        /** Where the browser goes on: to the payment page, or to the order's when nothing is to be paid, or cannot be now. */
        String placeAndPay(ConferenceView conference, PlaceGroup group, int most) {
            var made = place(conference, group, most);
            var order = "/c/" + conference.slug() + "/orders/" + made.code() + "?secret=" + made.secret();
            return made.payment() == null ? order : made.payment().url().toString();
        }

        List<Choice> waysToPay(ConferenceView conference, Locale locale) {
            return paying.choices(conference, locale);
        }

        GroupsApi.Made place(ConferenceView conference, PlaceGroup group, int most) {
            var placed = ordering.place(conference, group, most);
            var payment = placed.payable() ? start(conference, placed, group.payBy()) : null;
            var status = placed.confirmed()
                    ? OrderStatus.CONFIRMED
                    : placed.payable() ? OrderStatus.PENDING : OrderStatus.AWAITING_APPROVAL;
            return new GroupsApi.Made(placed.code(), placed.secret(), status.wire(), payment);
        }

        /** The order stands, whatever becomes of its payment: it can be started again. */
        private GroupsApi.@Nullable Payment start(
                ConferenceView conference, Ordering.Placed placed, @Nullable String payBy) {
            try {
                return paying.start(conference, placed, payBy)
                        .map(GroupsApi.Payment::new)
                        .orElse(null);
            } catch (Problem.Unavailable e) {
                LOG.warn("no payment could be started for order {}: {}", placed.order(), e.detail());
                return null;
            }
        }
    }
}
