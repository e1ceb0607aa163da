package org.plenary.kernel.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.plenary.kernel.Problem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Answers problems that a page did not handle itself with the error page of their status. */
@ControllerAdvice(annotations = Controller.class)
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class PageAdvice {
    @ExceptionHandler
    void problem(Problem problem, HttpServletResponse response) throws IOException {
        if (problem instanceof Problem.TooMany many)
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(many.retryAfterSeconds()));
        response.sendError(ApiAdvice.status(problem).value(), problem.code());
    }

    @ExceptionHandler
    void lost(OptimisticLockingFailureException e, HttpServletResponse response) throws IOException {
        problem(new Problem.Stale(), response);
    }
}
