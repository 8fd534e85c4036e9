package dev.palisade.policy.report;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.gate.Assessment;
import dev.palisade.policy.gate.Outcome;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** For CI's test pages: a suite a policy, a case a resource. Exempted and not applicable cases are skipped ones. */
public final class JUnitReport {
    private JUnitReport() {}

    public static String render(String stack, Assessment assessment) {
        Map<Policy, List<Outcome>> suites = assessment.outcomes().stream()
                .collect(Collectors.groupingBy(
                        outcome -> outcome.finding().policy(), LinkedHashMap::new, Collectors.toList()));
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            xml.writeAttribute("name", "palisade " + stack);
            for (Map.Entry<Policy, List<Outcome>> suite : suites.entrySet()) {
                write(xml, suite.getKey(), suite.getValue());
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("nothing stands between the writer and memory", e);
        }
        return text.append('\n').toString();
    }

    private static void write(XMLStreamWriter xml, Policy policy, List<Outcome> outcomes) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", policy.id());
        xml.writeAttribute("tests", Integer.toString(outcomes.size()));
        xml.writeAttribute("failures", count(outcomes.stream().filter(Outcome::isViolation)));
        xml.writeAttribute("errors", count(outcomes.stream().filter(Outcome::isUnknown)));
        xml.writeAttribute("skipped", count(outcomes.stream().filter(JUnitReport::isSkipped)));
        for (Outcome outcome : outcomes) {
            xml.writeStartElement("testcase");
            xml.writeAttribute("classname", policy.id());
            xml.writeAttribute("name", Words.resource(outcome.finding().urn()));
            // Surefire's schema asks for it; a verdict takes no time worth telling.
            xml.writeAttribute("time", "0");
            if (outcome.isViolation()) {
                note(xml, "failure", Words.reasons(outcome), policy.info().remedy());
            } else if (outcome.isUnknown()) {
                note(
                        xml,
                        "error",
                        "UNKNOWN: " + Words.reasons(outcome),
                        policy.info().remedy());
            } else if (isSkipped(outcome)) {
                xml.writeEmptyElement("skipped");
                xml.writeAttribute(
                        "message",
                        outcome.exemption()
                                .map(exemption -> "exempted by " + exemption.id())
                                .orElse("not applicable"));
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static boolean isSkipped(Outcome outcome) {
        return !outcome.isViolation()
                && !outcome.isUnknown()
                && (outcome.exemption().isPresent() || outcome.kind() == Verdict.Kind.NOT_APPLICABLE);
    }

    private static void note(XMLStreamWriter xml, String element, String message, String remedy)
            throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("message", message);
        xml.writeCharacters("remedy: " + remedy);
        xml.writeEndElement();
    }

    private static String count(Stream<Outcome> outcomes) {
        return Long.toString(outcomes.count());
    }
}
