package org.plenary.site.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** Gives every public page of an organization what it wrote for the frame. */
@Component
class SiteModel implements HandlerInterceptor {
    private final SiteFrames frames;

    SiteModel(SiteFrames frames) {
        this.frames = frames;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView view) {
        if (view == null || view.getViewName() == null || view.getViewName().startsWith("redirect:")) return;
        if (Tenancy.current().isEmpty() || request.getRequestURI().startsWith("/manage")) return;
        var conference = conferenceOf(request);
        var path = conference == null ? "" : "/c/" + conference;
        var locale = LocaleContextHolder.getLocale();
        var frame = frames.of(conference);
        var model = view.getModel();
        model.put("siteMenu", frame.menu(path, locale));
        model.put("siteFoot", frame.foot(path, locale));
    }

    private static @Nullable String conferenceOf(HttpServletRequest request) {
        var variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables instanceof Map<?, ?> map && map.get("conference") instanceof String slug ? slug : null;
    }
}
