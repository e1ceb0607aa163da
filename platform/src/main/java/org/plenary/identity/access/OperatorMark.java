package org.plenary.identity.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Tells the platform's layout whether to show the operators' part. */
@Component
class OperatorMark implements HandlerInterceptor {
    private final Callers callers;

    OperatorMark(Callers callers) {
        this.callers = callers;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView view) {
        if (view == null || view.getViewName() == null || view.getViewName().startsWith("redirect:")) return;
        if (callers.current().may(Permission.OPERATOR)) view.getModel().putIfAbsent("operator", true);
    }
}
