; The installer for Windows. Made by installer.sh, which defines VERSION, PLUGIN and NOTICES (folders), OUTPUT, and
; writes the macro DeleteModels into the file MODELS.
;
; Silent: DrumSpace-…-setup.exe /S [/AllUsers | /CurrentUser] [/NoVst2] [/NoVst3] [/NoClap] [/Tool] [/Vst2Folder=C:\Folder]
; Managers of plugins call every installer with /quiet, which is the same as /S.

Unicode true
Target amd64-unicode
ManifestDPIAware true
SetCompressor /SOLID lzma
SetCompressorDictSize 64

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\DrumSpace"
!define RUNTIME_ADDRESS "https://aka.ms/vs/17/release/vc_redist.x64.exe"

!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_USE_PROGRAMFILES64
!define MULTIUSER_INSTALLMODE_INSTDIR "DrumSpace"
!define MULTIUSER_INSTALLMODE_DEFAULT_CURRENTUSER
!define MULTIUSER_INSTALLMODE_FUNCTION ChooseFolders
!define MULTIUSER_INSTALLMODE_UNFUNCTION un.ChooseFolders
!include MultiUser.nsh
!include MUI2.nsh
!include x64.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include Sections.nsh
!include "${MODELS}"

Name "DrumSpace ${VERSION}"
OutFile "${OUTPUT}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "DrumSpace"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "DrumSpace installer"
VIAddVersionKey LegalCopyright "The DrumSpace authors. MIT licence."

Var Vst2
Var Vst3
Var Clap

!insertmacro MUI_PAGE_LICENSE "${NOTICES}/LICENSE"
!insertmacro MULTIUSER_PAGE_INSTALLMODE
!insertmacro MUI_PAGE_COMPONENTS
!define MUI_PAGE_CUSTOMFUNCTION_PRE SkipWithoutVst2
!define MUI_DIRECTORYPAGE_VARIABLE $Vst2
!define MUI_DIRECTORYPAGE_TEXT_TOP "VST2 has no folder of its own: choose one that your DAW scans. VST3 and CLAP go where every DAW looks."
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TEXT "Installed:$\r$\n$\r$\nVST3: $Vst3$\r$\nCLAP: $Clap$\r$\nVST2: $Vst2$\r$\n$\r$\nRescan plugins in your DAW."
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; The folders that hosts scan. That of VST2 is the one chosen before, where there is one.
!macro Folders UN
Function ${UN}ChooseFolders
  ${If} $MultiUser.InstallMode == "AllUsers"
    SetShellVarContext all
    StrCpy $Vst2 "$PROGRAMFILES64\VSTPlugins"
    StrCpy $Vst3 "$COMMONFILES64\VST3"
    StrCpy $Clap "$COMMONFILES64\CLAP"
  ${Else}
    SetShellVarContext current
    StrCpy $Vst2 "$LOCALAPPDATA\Programs\VSTPlugins"
    StrCpy $Vst3 "$LOCALAPPDATA\Programs\Common\VST3"
    StrCpy $Clap "$LOCALAPPDATA\Programs\Common\CLAP"
!if "${UN}" == ""
    ; Not beside the log, in a folder that is the plugin's own.
    StrCpy $INSTDIR "$LOCALAPPDATA\Programs\DrumSpace"
!endif
  ${EndIf}
  ReadRegStr $0 SHCTX "${KEY}" "Vst2Folder"
  ${If} $0 != ""
    StrCpy $Vst2 $0
  ${EndIf}
FunctionEnd
!macroend
!insertmacro Folders ""
!insertmacro Folders "un."

; What a plugin loads from beside it. Files that are stored twice take room once.
!macro Companions
  File "${PLUGIN}/onnxruntime.dll"
  File "${PLUGIN}/libSkiaSharp.dll"
  SetOutPath "$OUTDIR\models"
  File /r "${PLUGIN}/models/*"
!macroend

; Removes what Companions put there, and the folder if nothing else is in it.
!macro Remove FOLDER
  Delete "${FOLDER}\onnxruntime.dll"
  Delete "${FOLDER}\libSkiaSharp.dll"
  !insertmacro DeleteModels "${FOLDER}"
  RMDir "${FOLDER}"
!macroend

; An earlier version goes first: it may have other files, or lie elsewhere.
Section "-Earlier"
  ReadRegStr $0 SHCTX "${KEY}" "QuietUninstallString"
  ReadRegStr $1 SHCTX "${KEY}" "InstallLocation"
  ${If} $0 != ""
    ExecWait '$0 _?=$1'
  ${EndIf}
SectionEnd

Section "VST3" SectionVst3
  SetOutPath "$Vst3\DrumSpace.vst3\Contents\Resources"
  File "${PLUGIN}/DrumSpace.vst3/Contents/Resources/moduleinfo.json"
  SetOutPath "$Vst3\DrumSpace.vst3\Contents\x86_64-win"
  File /oname=DrumSpace.vst3 "${PLUGIN}/DrumSpace.dll"
  !insertmacro Companions
SectionEnd

Section "CLAP" SectionClap
  SetOutPath "$Clap\DrumSpace"
  File /oname=DrumSpace.clap "${PLUGIN}/DrumSpace.dll"
  !insertmacro Companions
SectionEnd

Section "VST2" SectionVst2
  SetOutPath "$Vst2\DrumSpace"
  File "${PLUGIN}/DrumSpace.dll"
  !insertmacro Companions
SectionEnd

; The tool plays and explores without a DAW: with a plugin and models of its own, because the others may be left out.
Section /o "Tool for the command line" SectionTool
  SetOutPath "$INSTDIR"
  File "${PLUGIN}/drumspace.exe"
  File "${PLUGIN}/DrumSpace.dll"
  !insertmacro Companions
SectionEnd

Section "-Uninstaller"
  SetOutPath "$INSTDIR"
  File /r "${NOTICES}/*"
  WriteUninstaller "$INSTDIR\Uninstall.exe"
  WriteRegStr SHCTX "${KEY}" DisplayName "DrumSpace"
  WriteRegStr SHCTX "${KEY}" DisplayVersion "${VERSION}"
  WriteRegStr SHCTX "${KEY}" Publisher "The DrumSpace authors"
  WriteRegStr SHCTX "${KEY}" InstallLocation "$INSTDIR"
  WriteRegStr SHCTX "${KEY}" Vst2Folder "$Vst2"
  WriteRegStr SHCTX "${KEY}" UninstallString '"$INSTDIR\Uninstall.exe" /$MultiUser.InstallMode'
  WriteRegStr SHCTX "${KEY}" QuietUninstallString '"$INSTDIR\Uninstall.exe" /$MultiUser.InstallMode /S'
  WriteRegDWORD SHCTX "${KEY}" NoModify 1
  WriteRegDWORD SHCTX "${KEY}" NoRepair 1
  Call WarnWithoutRuntime
SectionEnd

Section "Uninstall"
  Delete "$Vst2\DrumSpace\DrumSpace.dll"
  !insertmacro Remove "$Vst2\DrumSpace"
  Delete "$Clap\DrumSpace\DrumSpace.clap"
  !insertmacro Remove "$Clap\DrumSpace"
  Delete "$Vst3\DrumSpace.vst3\Contents\x86_64-win\DrumSpace.vst3"
  !insertmacro Remove "$Vst3\DrumSpace.vst3\Contents\x86_64-win"
  Delete "$Vst3\DrumSpace.vst3\Contents\Resources\moduleinfo.json"
  RMDir "$Vst3\DrumSpace.vst3\Contents\Resources"
  RMDir "$Vst3\DrumSpace.vst3\Contents"
  RMDir "$Vst3\DrumSpace.vst3"
  RMDir "$Vst2"
  RMDir "$Clap"
  RMDir "$Vst3"
  Delete "$INSTDIR\drumspace.exe"
  Delete "$INSTDIR\DrumSpace.dll"
  !insertmacro Remove "$INSTDIR"
  Delete "$INSTDIR\LICENSE"
  Delete "$INSTDIR\*.md"
  RMDir /r "$INSTDIR\licences"
  Delete "$INSTDIR\Uninstall.exe"
  RMDir "$INSTDIR"
  ${If} $MultiUser.InstallMode != "AllUsers"
    RMDir "$LOCALAPPDATA\Programs\Common"
    RMDir "$LOCALAPPDATA\Programs"
  ${EndIf}
  DeleteRegKey SHCTX "${KEY}"
SectionEnd

!macro Option NAME SECTION
  ClearErrors
  ${GetOptions} $CMDLINE "/${NAME}" $1
  ${IfNot} ${Errors}
    !insertmacro UnselectSection ${SECTION}
  ${EndIf}
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
    MessageBox MB_ICONSTOP "DrumSpace needs 64-bit Windows." /SD IDOK
    Abort
  ${EndIf}
  SetRegView 64
  ClearErrors
  ${GetOptions} $CMDLINE "/quiet" $1
  ${IfNot} ${Errors}
    SetSilent silent
  ${EndIf}
  !insertmacro MULTIUSER_INIT
  !insertmacro Option "NoVst2" ${SectionVst2}
  !insertmacro Option "NoVst3" ${SectionVst3}
  !insertmacro Option "NoClap" ${SectionClap}
  ClearErrors
  ${GetOptions} $CMDLINE "/Tool" $1
  ${IfNot} ${Errors}
    !insertmacro SelectSection ${SectionTool}
  ${EndIf}
  ClearErrors
  ${GetOptions} $CMDLINE "/Vst2Folder=" $1
  ${IfNot} ${Errors}
    StrCpy $Vst2 $1
  ${EndIf}
FunctionEnd

Function un.onInit
  SetRegView 64
  !insertmacro MULTIUSER_UNINIT
FunctionEnd

Function SkipWithoutVst2
  ${IfNot} ${SectionIsSelected} ${SectionVst2}
    Abort
  ${EndIf}
FunctionEnd

; ONNX Runtime needs it: without it the plugin plays what its state holds, and no more.
Function WarnWithoutRuntime
  ReadRegDWORD $0 HKLM "SOFTWARE\Microsoft\VisualStudio\14.0\VC\Runtimes\x64" "Installed"
  ${If} $0 != 1
    DetailPrint "The Visual C++ Redistributable (x64) is missing: ${RUNTIME_ADDRESS}"
    MessageBox MB_YESNO|MB_ICONINFORMATION "DrumSpace's models need Microsoft's Visual C++ Redistributable (x64), which is not on this computer.$\r$\n$\r$\nOpen its download page now?" /SD IDNO IDNO +2
    ExecShell "open" "${RUNTIME_ADDRESS}"
  ${EndIf}
FunctionEnd
