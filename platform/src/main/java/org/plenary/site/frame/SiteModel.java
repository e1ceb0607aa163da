package org.plenary.site.frame;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Languages;
import org.plenary.kernel.web.ConferenceNav;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.Urls;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** Gives every public page of an organization what it wrote for the frame. */
@Component
class SiteModel implements HandlerInterceptor {
    /** What is meant to be found; all other pages are about one person's business, or for staff. */
    private static final Set<String> FOUND = Set.of(
            "/",
            "/pages/{slug}",
            "/c/{conference}",
            "/c/{conference}/pages/{slug}",
            "/c/{conference}/register",
            "/c/{conference}/submit");

    private final SiteFrames frames;
    private final Urls urls;

    SiteModel(SiteFrames frames, Urls urls) {
        this.frames = frames;
        this.urls = urls;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView view) {
        if (view == null || view.getViewName() == null || view.getViewName().startsWith("redirect:")) return;
        // an error page must not need the database
        if (request.getDispatcherType() == DispatcherType.ERROR) return;
        var tenant = Tenancy.current().filter(Tenant::isActive).orElse(null);
        if (tenant == null || request.getRequestURI().startsWith("/manage")) return;
        var conference = conferenceOf(request);
        var path = conference == null ? "" : "/c/" + conference;
        var locale = LocaleContextHolder.getLocale();
        var frame = frames.of(conference);
        var model = view.getModel();
        model.put("siteMenu", frame.menu(path, locale));
        model.put("siteLinks", frame.links(path, locale));
        model.put("siteFoot", frame.foot(locale));
        var font = frame.settings().font();
        if (font != null) model.put("siteFont", "/css/font-" + font.wire() + ".css");
        if (isFound(request) && frame.isPublic()) model.put("siteHead", head(request, model, tenant, locale));
        else model.put("siteHidden", true);
    }

    private SiteHead head(HttpServletRequest request, Map<String, Object> model, Tenant tenant, Locale locale) {
        var title = model.get("pageTitle") instanceof String named
                ? named
                : model.get("conferenceNav") instanceof ConferenceNav nav ? nav.name() : tenant.name();
        var summary = model.get("pageSummary") instanceof String text && !text.isBlank() ? text : null;
        return SiteHead.of(tenant, urls, request.getRequestURI(), chosen(request), title, summary, locale);
    }

    private static boolean isFound(HttpServletRequest request) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return request.getMethod().equals("GET") && FOUND.contains(String.valueOf(pattern));
    }

    private static @Nullable String chosen(HttpServletRequest request) {
        var tag = request.getParameter("lang");
        return Languages.ALL.stream().anyMatch(own -> own.toLanguageTag().equals(tag)) ? tag : null;
    }

    private static @Nullable String conferenceOf(HttpServletRequest request) {
        var variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables instanceof Map<?, ?> map && map.get("conference") instanceof String slug ? slug : null;
    }
}
