package io.highfence.checkout;

import io.highfence.checkout.OrderStore.Stored;
import io.highfence.report.Explanation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import tools.jackson.databind.json.JsonMapper;

/** The pages: cart and outcome for customers, holds and explanations for operators. They work without scripts. */
@Controller
final class Pages {
    private static final Logger LOG = LoggerFactory.getLogger(Pages.class);

    private static final int MANY = 200;
    private static final int DAYS_TO_EXPIRY = 90;

    /** The page of the explanation has its style in itself and needs nothing else; it has no rights even so. */
    private static final String EXPLANATION_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";

    private final Orders orders;
    private final CheckoutProperties shop;
    private final Today today;
    private final JsonMapper mapper;

    Pages(Orders orders, CheckoutProperties shop, Today today, JsonMapper mapper) {
        this.orders = orders;
        this.shop = shop;
        this.today = today;
        this.mapper = mapper;
    }

    @ModelAttribute
    void everywhere(Model model) {
        model.addAttribute("demo", shop.isDemo());
        model.addAttribute("demoDay", Today.OF_THE_DEMO);
    }

    @GetMapping("/")
    String cart(Model model) {
        return cart(Cart.empty(UUID.randomUUID().toString()), List.of(), model);
    }

    private String cart(Cart cart, List<String> faults, Model model) {
        model.addAttribute("cart", cart);
        model.addAttribute("faults", faults);
        model.addAttribute("catalogue", shop.catalogue());
        model.addAttribute("countries", Countries.CHOICES);
        return "cart";
    }

    @PostMapping("/cart")
    String place(@ModelAttribute Cart cart, Model model) throws IOException {
        List<String> faults = cart.faults(shop);
        if (!faults.isEmpty()) {
            return cart(cart, faults, model);
        }
        byte[] json = cart.json(shop, today.asOf(Instant.now()), mapper).getBytes(StandardCharsets.UTF_8);
        try {
            Intake.Taken taken = Intake.read(json);
            return "redirect:/placed/"
                    + orders.place(taken.order(), taken.body()).order().id();
        } catch (Intake.Refused | Orders.Conflict e) {
            return cart(Cart.empty(UUID.randomUUID().toString()), List.of("Please fill in the cart again."), model);
        } catch (DataAccessException | TransactionException e) {
            LOG.error("An order must wait", e);
            return cart(
                    cart, List.of("We cannot take orders at this moment. Your cart is kept; please try again."), model);
        }
    }

    @GetMapping("/placed/{id}")
    String placed(@PathVariable String id, Model model) {
        model.addAttribute("order", orders.get(id));
        return "placed";
    }

    @GetMapping("/operator")
    String holds(Model model) {
        model.addAttribute("holds", orders.held(MANY));
        return "holds";
    }

    @GetMapping("/operator/{id}")
    String hold(@PathVariable String id, Model model) {
        Stored order = orders.get(id);
        model.addAttribute("order", order);
        model.addAttribute("reasons", Explained.of(order.decision()).reasons());
        model.addAttribute("dispositions", orders.dispositions(id));
        model.addAttribute("expires", LocalDate.now(ZoneOffset.UTC).plusDays(DAYS_TO_EXPIRY));
        return "hold";
    }

    @GetMapping("/operator/{id}/explanation")
    ResponseEntity<String> explanation(@PathVariable String id) {
        String kept = orders.get(id).explanation();
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", EXPLANATION_POLICY)
                .header("X-Frame-Options", "SAMEORIGIN")
                .body(
                        kept == null
                                ? "<!DOCTYPE html><title>Nothing found</title><p>Nothing was found.</p>"
                                : Explanation.finished(kept));
    }

    @PostMapping("/operator/{id}/dispositions")
    String dispose(@PathVariable String id, @ModelAttribute LiftForm form, Principal operator) {
        orders.dispose(id, form.version(), form.reasonIds(), operator.getName(), form.words());
        return "redirect:/operator/" + id;
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String unknown(Orders.Unknown fault, Model model) {
        return sorry("There is no such order.", model);
    }

    @ExceptionHandler({Orders.Conflict.class, Intake.Refused.class})
    @ResponseStatus(HttpStatus.CONFLICT)
    String conflict(RuntimeException fault, Model model) {
        return sorry(String.valueOf(fault.getMessage()), model);
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class, Desk.Busy.class})
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    String later(RuntimeException fault, Model model) {
        LOG.error("A page must wait", fault);
        return sorry("Please try again in a moment.", model);
    }

    private String sorry(String words, Model model) {
        everywhere(model);
        model.addAttribute("words", words);
        return "sorry";
    }
}
