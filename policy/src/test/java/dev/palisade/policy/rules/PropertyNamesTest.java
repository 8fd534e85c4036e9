package dev.palisade.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import com.pulumi.core.annotations.ResourceType;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Setting;
import dev.palisade.policy.graph.Property;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Proves against the providers' SDKs that every property that a policy reads exists: a typo cannot pass silently. */
class PropertyNamesTest {
    @TestFactory
    Stream<DynamicTest> everyPropertyExistsInTheProvider() {
        return properties()
                .map(property ->
                        DynamicTest.dynamicTest(property.type() + " " + property, () -> assertThat(exists(property))
                                .as("%s has %s", property.type(), property)
                                .isTrue()));
    }

    @TestFactory
    Stream<DynamicTest> everyJudgedTypeExistsInTheProvider() {
        return Catalogue.policies().stream()
                .flatMap(PropertyNamesTest::types)
                .distinct()
                .filter(type -> type.startsWith("aws:"))
                .map(type -> DynamicTest.dynamicTest(
                        type, () -> assertThat(resource(type)).as(type).isPresent()));
    }

    private static Stream<String> types(Policy policy) {
        if (policy instanceof ResourcePolicy alone) {
            return alone.types().stream();
        }
        return policy instanceof RelationPolicy related ? related.types().stream() : Stream.empty();
    }

    @Test
    void aMisspeltNameDoesNot() {
        assertThat(exists(Property.of("aws:kms/key:Key", "enableKeyRotation"))).isTrue();
        assertThat(exists(Property.of("aws:kms/key:Key", "enableKeyRotations"))).isFalse();
        assertThat(exists(Property.of("aws:lb/listener:Listener", "defaultActions[].redirect.statusCode")))
                .isTrue();
        assertThat(exists(Property.of("aws:lb/listener:Listener", "defaultActions[].redirect.status")))
                .isFalse();
        assertThat(exists(Property.of("kubernetes:apps/v1:Deployment", "spec.template.spec.hostNetwork")))
                .isTrue();
        assertThat(exists(Property.of("kubernetes:apps/v1:Deployment", "spec.template.spec.hostNet")))
                .isFalse();
    }

    /** All that a static field of a policy holds, alone or in a table. */
    private static Stream<Property> properties() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.palisade.policy").stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                        .filter(field -> HOLDERS.stream().anyMatch(field.getRawType()::isEquivalentTo))
                        .flatMap(field -> in(read(field)))
                        .distinct();
    }

    private static final List<Class<?>> HOLDERS = List.of(Property.class, List.class, Map.class, Set.class);

    private static Stream<Property> in(Object held) {
        if (held instanceof Collection<?> several) {
            return several.stream().flatMap(PropertyNamesTest::in);
        }
        if (held instanceof Map<?, ?> map) {
            return Stream.concat(in(map.keySet()), in(map.values()));
        }
        if (held instanceof Setting setting) {
            return Stream.of(setting.property());
        }
        return held instanceof Property property ? Stream.of(property) : Stream.empty();
    }

    private static Object read(JavaField field) {
        try {
            Field reflected = field.reflect();
            reflected.setAccessible(true);
            return reflected.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(field.getFullName(), e);
        }
    }

    /** The arguments of pulumi-eks 3.9.1, whose SDK for Java of that version is not published. */
    private static final List<String> EKS_COMPONENT = List.of(
            "authenticationMode",
            "createInstanceRole",
            "enabledClusterLogTypes",
            "encryptionConfigKeyArn",
            "endpointPrivateAccess",
            "endpointPublicAccess",
            "nodeAssociatePublicIpAddress",
            "privateSubnetIds",
            "publicAccessCidrs",
            "publicSubnetIds",
            "serviceRole",
            "skipDefaultNodeGroup",
            "skipDefaultSecurityGroups",
            "subnetIds",
            "version");

    private static final List<String> CUSTOM = List.of(
            "kubernetes:elbv2.k8s.aws/", "kubernetes:secrets-store.csi.x-k8s.io/", "kubernetes:policy.sigstore.dev/");

    private static boolean exists(Property property) {
        if (property.type().equals("eks:index:Cluster")) {
            return EKS_COMPONENT.contains(property.toString());
        }
        Optional<Class<?>> resource = resource(property.type());
        // Custom resources of a cluster have no schema in an SDK; what is read of them is tied to a test of its own.
        return resource.map(type -> Stream.of(type.getName(), type.getName() + "Args")
                        .map(PropertyNamesTest::load)
                        .flatMap(Optional::stream)
                        .anyMatch(root -> has(root, property.path())))
                .orElse(CUSTOM.stream().anyMatch(property.type()::startsWith));
    }

    private static Optional<Class<?>> resource(String token) {
        List<String> parts = Arrays.asList(token.split(":", 3));
        String module = parts.get(1).split("/", 2)[0];
        String name =
                switch (parts.get(0)) {
                    case "aws" -> "com.pulumi.aws." + (module.equals("index") ? "" : module + ".") + parts.get(2);
                    case "kubernetes" ->
                        "com.pulumi.kubernetes." + module.split("\\.", 2)[0] + "."
                                + parts.get(1).split("/", 2)[1] + "." + parts.get(2);
                    case "pulumi" -> "com.pulumi." + parts.get(2) + ".Provider";
                    default -> token;
                };
        return load(name)
                .filter(type -> type.getAnnotation(ResourceType.class).type().equals(token));
    }

    private static Optional<Class<?>> load(String name) {
        try {
            return Optional.of(Class.forName(name, false, PropertyNamesTest.class.getClassLoader()));
        } catch (ClassNotFoundException absent) {
            return Optional.empty();
        }
    }

    private static boolean has(Type type, List<String> path) {
        if (path.isEmpty()) {
            return true;
        }
        String segment = path.get(0).replace("[]", "");
        for (Class<?> shape : shapes(type)) {
            if (Map.class.isAssignableFrom(shape)) {
                return true;
            }
            for (Class<?> owner = shape; owner != null && owner != Object.class; owner = owner.getSuperclass()) {
                for (Field field : owner.getDeclaredFields()) {
                    if (name(field).equals(segment) && has(field.getGenericType(), path.subList(1, path.size()))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** The classes that a declared type can hold, out of Output, List and Either. */
    private static List<Class<?>> shapes(Type type) {
        if (type instanceof Class<?> shape) {
            return List.of(shape);
        }
        List<Class<?>> shapes = new ArrayList<>();
        if (type instanceof ParameterizedType generic) {
            if (generic.getRawType() == Map.class) {
                return List.of(Map.class);
            }
            for (Type argument : generic.getActualTypeArguments()) {
                shapes.addAll(shapes(argument));
            }
        }
        return shapes;
    }

    private static String name(Field field) {
        if (field.isAnnotationPresent(Import.class)) {
            return field.getAnnotation(Import.class).name();
        }
        return field.isAnnotationPresent(Export.class)
                ? field.getAnnotation(Export.class).name()
                : field.getName();
    }
}
