package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The public surface, member by member, against the listing in {@code api.txt}: every change shows as a diff.
 *
 * <p>After a wanted change, copy {@code core/target/api.txt} over {@code core/src/test/resources/api.txt}.
 */
class PublicApiTest {
    @Test
    void surfaceIsTheReviewedOne() throws Exception {
        String actual = surface();
        Files.writeString(Path.of("target", "api.txt"), actual);
        try (InputStream in = PublicApiTest.class.getResourceAsStream("/api.txt")) {
            String reviewed = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(reviewed, actual, "the public API differs from api.txt; see target/api.txt");
        }
    }

    private static String surface() throws IOException, ClassNotFoundException {
        List<String> exported = exportedPackages();
        List<Class<?>> types = new ArrayList<>();
        for (var found : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.highfence")) {
            Class<?> type = Class.forName(found.getName(), false, PublicApiTest.class.getClassLoader());
            if (exported.contains(type.getPackageName()) && isVisible(type)) {
                types.add(type);
            }
        }
        types.sort((a, b) -> a.getName().compareTo(b.getName()));
        long topLevel =
                types.stream().filter(t -> t.getEnclosingClass() == null).count();
        StringBuilder listing = new StringBuilder("# " + topLevel + " public top-level types\n");
        types.forEach(type -> listing.append(describe(type)));
        return listing.toString();
    }

    private static List<String> exportedPackages() throws IOException {
        String descriptor = Files.readString(Path.of("src", "main", "java", "module-info.java"));
        return descriptor
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("exports "))
                .map(line -> line.substring("exports ".length(), line.length() - 1))
                .toList();
    }

    private static boolean isVisible(Class<?> type) {
        return (Modifier.isPublic(type.getModifiers()) || Modifier.isProtected(type.getModifiers()))
                && (type.getEnclosingClass() == null || isVisible(type.getEnclosingClass()));
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static String describe(Class<?> type) {
        List<String> members = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (isVisible(field.getModifiers()) && !field.isSynthetic()) {
                members.add(modifiers(field.getModifiers()) + name(field.getGenericType()) + " " + field.getName());
            }
        }
        for (Constructor<?> made : type.getDeclaredConstructors()) {
            if (isVisible(made.getModifiers()) && !made.isSynthetic()) {
                members.add("new(" + names(made.getGenericParameterTypes()) + ")" + thrown(made.getExceptionTypes()));
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (isVisible(method.getModifiers()) && !method.isSynthetic()) {
                members.add(modifiers(method.getModifiers()) + name(method.getGenericReturnType()) + " "
                        + method.getName() + "(" + names(method.getGenericParameterTypes()) + ")"
                        + thrown(method.getExceptionTypes()));
            }
        }
        members.sort(String::compareTo);
        String kind = type.isEnum() ? "enum" : type.isRecord() ? "record" : type.isInterface() ? "interface" : "class";
        return "\n" + kind + " " + type.getName() + "\n"
                + members.stream().map(m -> "  " + m + "\n").collect(Collectors.joining());
    }

    private static String modifiers(int modifiers) {
        return Modifier.isStatic(modifiers) ? "static " : "";
    }

    private static String thrown(Class<?>[] types) {
        return types.length == 0 ? "" : " throws " + names(types);
    }

    private static String names(Type[] types) {
        return Arrays.stream(types).map(PublicApiTest::name).collect(Collectors.joining(", "));
    }

    private static String name(Type type) {
        return type.getTypeName().replaceAll("\\b(java\\.(lang|util|time|io)\\.(function\\.)?)", "");
    }
}
