package org.plenary.kernel.web;

import java.util.List;
import java.util.Map;
import org.plenary.kernel.DatabaseAway;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Unstorable;
import org.plenary.kernel.Violation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Answers every exception of the API as a problem detail. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiAdvice {
    private static final Logger log = LoggerFactory.getLogger(ApiAdvice.class);

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> problem(Problem problem) {
        var headers = new HttpHeaders();
        if (problem instanceof Problem.TooMany many)
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(many.retryAfterSeconds()));
        return answer(status(problem), problem.code(), problem.detail(), problem.violations(), headers);
    }

    static HttpStatus status(Problem problem) {
        return switch (problem) {
            case Problem.InvalidInput p -> HttpStatus.UNPROCESSABLE_CONTENT;
            case Problem.NotFound p -> HttpStatus.NOT_FOUND;
            case Problem.Conflict p -> HttpStatus.CONFLICT;
            case Problem.Stale p -> HttpStatus.PRECONDITION_FAILED;
            case Problem.TooMany p -> HttpStatus.TOO_MANY_REQUESTS;
            case Problem.Unavailable p -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unreadable(HttpMessageNotReadableException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem inner) return problem(inner);
            if (cause instanceof MismatchedInputException
                    || cause instanceof ValueInstantiationException
                    || cause instanceof tools.jackson.databind.DatabindException)
                return problem(new Problem.InvalidInput(List.of(JsonViolation.of((JacksonException) cause))));
        }
        return answer(HttpStatus.BAD_REQUEST, "malformed_body", "The body is not well-formed.", List.of());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> parameter(MethodArgumentTypeMismatchException e) {
        // a number or an id in the address that is none names nothing
        if (e.getParameter().hasParameterAnnotation(PathVariable.class)) return problem(new Problem.NotFound("This"));
        return problem(new Problem.InvalidInput("/" + e.getName(), "wrong_type", "This has the wrong type or form."));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> parameter(MissingServletRequestParameterException e) {
        return problem(new Problem.InvalidInput("/" + e.getParameterName(), "required", "This is required."));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> lost(OptimisticLockingFailureException e) {
        return problem(new Problem.Stale());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> other(Exception e) {
        if (e instanceof ErrorResponse known) {
            var status = HttpStatus.valueOf(known.getStatusCode().value());
            var headers = e instanceof ErrorResponseException ex ? ex.getHeaders() : known.getHeaders();
            var detail = known.getBody().getDetail();
            return answer(status, code(status), detail == null ? status.getReasonPhrase() : detail, List.of(), headers);
        }
        if (DatabaseAway.isCauseOf(e)) return away(e);
        if (Unstorable.isCauseOf(e))
            return answer(HttpStatus.BAD_REQUEST, "unstorable_text", "A text has the character U+0000.", List.of());
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) return unfinished(e);
        log.error("a request to the API failed", e);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR, "internal_error", "Something went wrong on our side.", List.of());
    }

    /** It broke off, or came so slowly that it was not waited for; hardly anybody reads this. */
    private static ResponseEntity<Map<String, Object>> unfinished(Exception e) {
        log.info("a request to the API did not come to its end: {}", e.toString());
        return answer(
                HttpStatus.REQUEST_TIMEOUT, "unfinished_request", "The request did not come to its end.", List.of());
    }

    private static ResponseEntity<Map<String, Object>> away(Exception e) {
        log.warn("a request to the API was refused: the database is away: {}", e.toString());
        return answer(
                HttpStatus.SERVICE_UNAVAILABLE,
                "database_unavailable",
                "The database cannot be reached at the moment. Nothing that was confirmed is lost. Try again soon.",
                List.of());
    }

    private static String code(HttpStatus status) {
        return status.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static ResponseEntity<Map<String, Object>> answer(
            HttpStatus status, String code, String detail, List<Violation> errors) {
        return answer(status, code, detail, errors, new HttpHeaders());
    }

    private static ResponseEntity<Map<String, Object>> answer(
            HttpStatus status, String code, String detail, List<Violation> errors, HttpHeaders headers) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemWriter.body(status, code, detail, errors));
    }
}
