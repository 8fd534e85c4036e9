package dev.palisade.platform;

import com.google.common.base.Supplier;
import com.google.common.collect.ImmutableMap;
import com.pulumi.serialization.internal.ResourcePackages;

/**
 * Keeps the SDK's mocks from loading every class on the class path, which they do to turn the one resource that the
 * program passes by reference back into an object: it takes half a minute and fails over the test runner's own classes.
 */
final class ResourceTypes {

    private ResourceTypes() {}

    /** Makes the SDK believe that it has looked already, and found nothing. */
    static void forget() {
        try {
            var field = ResourcePackages.class.getDeclaredField("resourceTypes");
            field.setAccessible(true);
            var memoized = field.get(null);
            var delegate = memoized.getClass().getDeclaredField("delegate");
            delegate.setAccessible(true);
            Supplier<Object> nothing = ImmutableMap::of;
            delegate.set(memoized, nothing);
        } catch (ReflectiveOperationException changed) {
            throw new LinkageError("the SDK looks for resource types in another way now", changed);
        }
    }
}
