package io.highfence.checkout;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the shop. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class CheckoutApplication {
    /** Deciding is computing: more threads would only take the processors from each other. */
    private static final int THREADS_A_PROCESSOR = 4;

    /**
     * Starts the shop.
     *
     * @param args properties, as {@code --server.port=8081}
     */
    public static void main(String[] args) {
        SpringApplication shop = new SpringApplication(CheckoutApplication.class);
        int threads = THREADS_A_PROCESSOR * Runtime.getRuntime().availableProcessors();
        shop.setDefaultProperties(Map.of("server.tomcat.threads.max", threads));
        shop.run(args);
    }
}
