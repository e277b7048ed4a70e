package io.highfence.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The description of the API against the code. */
final class OpenApiTest {
    @Test
    void describesWhatIsThereAndNothingElse() throws IOException {
        Set<String> described = new TreeSet<>();
        map(map(description(), "paths"))
                .forEach((path, item) -> map(item).keySet().stream()
                        .filter(key -> !key.equals("parameters"))
                        .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));

        Set<String> there = new TreeSet<>();
        for (Method method : OrdersApi.class.getDeclaredMethods()) {
            RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
            if (mapping != null) {
                for (RequestMethod verb : mapping.method()) {
                    Arrays.stream(mapping.path()).forEach(path -> there.add(verb + " " + path));
                }
            }
        }
        assertEquals(there, described);
    }

    @Test
    void namesTheOutcomes() throws IOException {
        Object answer = map(map(map(description(), "components"), "schemas"), "Answer");
        Object outcome = map(map(map(answer), "properties"), "outcome");
        assertEquals(Arrays.stream(Outcome.values()).map(Outcome::word).toList(), (List<?>)
                map(outcome).get("enum"));
    }

    private static Map<String, Object> description() throws IOException {
        try (InputStream in = OpenApiTest.class.getResourceAsStream("/static/openapi.yaml")) {
            return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
        }
    }

    private static Object map(Object parent, String key) {
        return map(parent).get(key);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object object) {
        return (Map<String, Object>) object;
    }
}
