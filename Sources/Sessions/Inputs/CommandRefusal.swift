/// Why a line with a colon is no command.
enum CommandRefusal: Error, Sendable, Hashable {
  case unknown(String, meant: String?)
  case needs(String, operand: String)
  case takesNothing(String)
  // What the shell's commands ask for in words of their own.
  case editWhat
  case turnWhat
  case goWhere
  case openWhich
  case saveWhere
}
