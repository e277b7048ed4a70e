package io.highfence.checkout;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Faults of the REST face as problem details (RFC 9457), with the place in the JSON where there is one. */
@RestControllerAdvice(assignableTypes = OrdersApi.class)
final class Problems extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ProblemDetail refused(Intake.Refused fault) {
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "This is no order", fault);
        problem.setProperty("pointer", fault.pointer);
        if (fault.line > 0) {
            problem.setProperty("line", fault.line);
            problem.setProperty("column", fault.column);
        }
        return problem;
    }

    @ExceptionHandler
    ProblemDetail tooLarge(Intake.TooLarge fault) {
        return problem(HttpStatus.CONTENT_TOO_LARGE, "The body is too large", fault);
    }

    @ExceptionHandler
    ProblemDetail unknown(Orders.Unknown fault) {
        return problem(HttpStatus.NOT_FOUND, "There is no such order", fault);
    }

    @ExceptionHandler
    ProblemDetail conflict(Orders.Conflict fault) {
        return problem(HttpStatus.CONFLICT, "The order does not allow this", fault);
    }

    /** Without the database nothing is accepted and nothing ships; the caller keeps the cart and asks again. */
    @ExceptionHandler({DataAccessException.class, TransactionException.class, Desk.Busy.class})
    ResponseEntity<ProblemDetail> later(RuntimeException fault) {
        LOG.error("An order must wait", fault);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, "Ask again");
        problem.setTitle("The order cannot be taken at this moment");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(problem);
    }

    private static ProblemDetail problem(HttpStatus status, String title, RuntimeException fault) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, fault.getMessage());
        problem.setTitle(title);
        return problem;
    }
}
