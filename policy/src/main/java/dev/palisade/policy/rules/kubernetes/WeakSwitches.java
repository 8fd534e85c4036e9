package dev.palisade.policy.rules.kubernetes;

import java.util.regex.Pattern;

/** Words of a command line that switch a protection off or open a door for a debugger. */
final class WeakSwitches {
    private static final Pattern WEAK = Pattern.compile(String.join(
            "|",
            "(?i)--?[\\w-]*insecure[\\w-]*(=true)?",
            "--?(skip|no|disable)-[\\w-]*(tls|ssl|verify|verification|auth\\w*)[\\w-]*(=true)?",
            "--?(tls-verify|verify|verify-ssl|ssl-verify|auth|enable-auth|authentication)=false",
            "--anonymous-auth(=true)?",
            "--?debug(=true)?",
            "-D[\\w.]*jmxremote.*",
            "-D[\\w.]*(disableHostnameVerification|trustAll\\w*)(=true)?",
            ".*jdwp=.*"));

    private WeakSwitches() {}

    static boolean isOne(String word) {
        return WEAK.matcher(word).matches();
    }
}
