// Pages that are drawn on a server import the package too; there are no elements there.
export const CamketWidgetElement = undefined
