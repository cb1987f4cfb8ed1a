import Foundation
import FoundationXML

/// An element of a page, read by a strict parser that this house has not written.
final class Element {
  let name: String
  let attributes: [String: String]
  private(set) var children: [Element] = []
  /// The words in it and in all that it holds, in order.
  private(set) var text = ""

  init(_ name: String, _ attributes: [String: String]) {
    (self.name, self.attributes) = (name, attributes)
  }

  /// It and all that it holds, in the order of the page.
  var all: [Element] { [self] + children.flatMap(\.all) }

  func all(_ name: String) -> [Element] { all.filter { $0.name == name } }

  /// The page; nil where it is not well-formed.
  static func parse(_ page: String) -> Element? {
    let reader = Reader()
    let parser = XMLParser(data: Data(page.utf8))
    parser.delegate = reader
    return parser.parse() ? reader.root.children.first : nil
  }

  private final class Reader: NSObject, XMLParserDelegate {
    let root = Element("", [:])
    private var open: [Element] = []

    func parser(
      _ parser: XMLParser,
      didStartElement name: String,
      namespaceURI: String?,
      qualifiedName: String?,
      attributes: [String: String]
    ) {
      let element = Element(name, attributes)
      (open.last ?? root).children.append(element)
      open.append(element)
    }

    func parser(
      _ parser: XMLParser,
      didEndElement name: String,
      namespaceURI: String?,
      qualifiedName: String?
    ) { open.removeLast() }

    func parser(_ parser: XMLParser, foundCharacters characters: String) {
      for element in open { element.text += characters }
    }
  }
}
