package org.plenary.conference.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Caller;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.identity.StaffNotice;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.ConferenceNav;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantStatus;
import org.plenary.tenancy.Urls;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** Gives every page what its frame shows: whose site it is, who is signed in, which conference it is about. */
@Component
class LayoutModel implements HandlerInterceptor {
    /** More do not fit into the switcher; all are on the list of conferences. */
    private static final int CHOICES = 30;

    /** What the menu does not offer without the right to open it; the rest needs no more than to read conferences. */
    private static final Map<String, Permission> NEEDED = Map.ofEntries(
            Map.entry("form", Permission.CONFERENCE_WRITE),
            Map.entry("conference-pages", Permission.CONFERENCE_WRITE),
            Map.entry("delegates", Permission.REGISTRATION_READ),
            Map.entry("orders", Permission.REGISTRATION_READ),
            Map.entry("desk", Permission.REGISTRATION_READ),
            Map.entry("waiting-list", Permission.REGISTRATION_READ),
            Map.entry("erasures", Permission.REGISTRATION_READ),
            Map.entry("statistics", Permission.REGISTRATION_READ),
            Map.entry("staff", Permission.STAFF_WRITE),
            Map.entry("partners", Permission.STAFF_WRITE),
            Map.entry("papers", Permission.PAPERS_READ),
            Map.entry("search", Permission.PAPERS_READ));

    /** The same of what belongs to no conference: a role for one does not open it. */
    private static final Map<String, Permission> NEEDED_FOR_ALL = Map.ofEntries(
            Map.entry("branding", Permission.TENANT_ADMIN),
            Map.entry("rules", Permission.TENANT_ADMIN),
            Map.entry("pages", Permission.CONFERENCE_WRITE),
            Map.entry("members", Permission.TENANT_ADMIN),
            Map.entry("api-clients", Permission.TENANT_ADMIN),
            Map.entry("sign-in", Permission.TENANT_ADMIN),
            Map.entry("webhooks", Permission.TENANT_ADMIN),
            Map.entry("mails", Permission.REGISTRATION_READ),
            Map.entry("audit", Permission.AUDIT_READ),
            Map.entry("access-log", Permission.AUDIT_READ),
            Map.entry("billing", Permission.BILLING_READ));

    private final ConferenceApi conferences;
    private final Callers callers;
    private final ObjectProvider<StaffNotice> notices;
    private final Urls urls;

    LayoutModel(ConferenceApi conferences, Callers callers, ObjectProvider<StaffNotice> notices, Urls urls) {
        this.urls = urls;
        this.notices = notices;
        this.conferences = conferences;
        this.callers = callers;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView view) {
        if (view == null || view.getViewName() == null || view.getViewName().startsWith("redirect:")) return;
        var model = view.getModel();
        var caller = callers.current();
        if (!caller.isAnonymous()) {
            model.putIfAbsent("accountName", caller.name());
            model.putIfAbsent("accountUrl", urls.platform("/account").toString());
        }
        if (caller.may(Permission.OPERATOR)) model.putIfAbsent("operator", true);
        if (request.getRequestURI().startsWith("/manage")) addRights(model, caller);
        Tenancy.current().ifPresent(tenant -> {
            if (request.getRequestURI().startsWith("/manage")) addNotices(model, caller, tenant);
            addTenant(model, tenant);
            addConference(request, model, LocaleContextHolder.getLocale());
        });
    }

    private static void addRights(Map<String, Object> model, Caller caller) {
        model.putIfAbsent("maySetUp", caller.may(Permission.CONFERENCE_WRITE));
        model.putIfAbsent("mayFind", caller.mayAnywhere(Permission.CONFERENCE_READ));
        model.putIfAbsent("mayStaff", caller.may(Permission.STAFF_WRITE));
        model.putIfAbsent(
                "navHidden",
                Stream.concat(
                                NEEDED.entrySet().stream().filter(each -> !caller.may(each.getValue())),
                                NEEDED_FOR_ALL.entrySet().stream()
                                        .filter(each -> !caller.mayEverywhere(each.getValue())))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }

    private void addNotices(Map<String, Object> model, Caller caller, Tenant tenant) {
        model.putIfAbsent(
                "staffNotices",
                notices.orderedStream()
                        .filter(notice -> notice.isFor(caller))
                        .flatMap(notice -> notice.of(tenant, LocaleContextHolder.getLocale()).stream())
                        .toList());
    }

    private static void addTenant(Map<String, Object> model, Tenant tenant) {
        model.putIfAbsent("tenantName", tenant.name());
        model.putIfAbsent("tenantIsLeaving", tenant.status() == TenantStatus.DELETING);
        // The id in the address makes browsers fetch a new logo at once.
        var logo = tenant.branding().logo();
        if (logo != null) model.putIfAbsent("tenantLogoUrl", "/brand/logo?v=" + logo);
    }

    private void addConference(HttpServletRequest request, Map<String, Object> model, Locale locale) {
        if (!model.containsKey("conferenceNav"))
            conferenceOf(request).ifPresent(conference -> model.put("conferenceNav", nav(conference, locale)));
        if (!request.getRequestURI().startsWith("/manage/")
                || !model.containsKey("conferenceNav")
                || !callers.current().mayAnywhere(Permission.CONFERENCE_READ)) return;
        var choices = conferences.readable().stream()
                .limit(CHOICES)
                .map(conference -> nav(conference, locale))
                .toList();
        model.putIfAbsent("conferenceChoices", choices);
    }

    private Optional<ConferenceView> conferenceOf(HttpServletRequest request) {
        var variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        if (!(variables instanceof Map<?, ?> map) || !(map.get("conference") instanceof String slug))
            return Optional.empty();
        try {
            return Optional.of(conferences.visible(slug));
        } catch (Problem.NotFound e) {
            return Optional.empty();
        }
    }

    private static ConferenceNav nav(ConferenceView conference, Locale locale) {
        return new ConferenceNav(conference.slug(), conference.name().in(locale));
    }
}
