package io.highfence.checkout;

import jakarta.servlet.DispatcherType;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** Who may do what: customers place orders and read the outcome of one whose id they know; operators see and release holds. */
@Configuration(proxyBeanMethods = false)
class Security {
    private static final Logger LOG = LoggerFactory.getLogger(Security.class);

    private static final int PASSWORD_BYTES = 16;

    /** Nothing from elsewhere, no script at all; the page with the explanation stands in a frame of its own. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
            + " frame-src 'self'; frame-ancestors 'none'; base-uri 'none'";

    @Bean
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/", "/cart", "/placed/*", "/style.css", "/openapi.yaml", "/actuator/health")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/orders")
                        .permitAll()
                        .requestMatchers(HttpMethod.PUT, "/orders/*")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/orders/*")
                        .permitAll()
                        .anyRequest()
                        .hasRole("OPERATOR"))
                .httpBasic(Customizer.withDefaults())
                // A page of another site can send a form without being asked, but no JSON.
                .csrf(csrf -> csrf.ignoringRequestMatchers(request -> isJson(request.getContentType())))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY)))
                .build();
    }

    private static boolean isJson(@Nullable String type) {
        return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_JSON_VALUE);
    }

    @Bean
    PasswordEncoder passwords() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /** The operators; where none is configured, one with a password that is made at this start and printed once. */
    @Bean
    UserDetailsService operators(CheckoutProperties properties, PasswordEncoder passwords) {
        Map<String, String> configured = properties.operators();
        if (configured.isEmpty()) {
            byte[] bytes = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(bytes);
            String made = HexFormat.of().formatHex(bytes);
            LOG.warn("No operator is configured. For this start: operator / {}", made);
            configured = Map.of("operator", made);
        }
        List<UserDetails> users = new ArrayList<>();
        configured.forEach((name, password) -> users.add(User.withUsername(name)
                .password(password.startsWith("{") ? password : passwords.encode(password))
                .roles("OPERATOR")
                .build()));
        return new InMemoryUserDetailsManager(users);
    }
}
